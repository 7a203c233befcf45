import { useApp } from '../../app-context.ts';
import { kindName, kindOptions } from '../../cases/case-names.ts';
import { useCaseSettings } from '../../cases/use-case-settings.ts';
import { inLanguage } from '../../names/names.ts';
import { nameOf, optionsOf } from '../pages/options.ts';
import type { SectionProps } from '../sections/section.ts';
import { AmountOrNone, Choice, Group, LocalisedField } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { FieldList } from './field-list.tsx';
import { FormPreview } from './form-preview.tsx';
import { newField } from './ready-fields.ts';
import './forms.css';

const PAGE: SettingsPage<'forms'> = {
  kind: 'forms',
  section: 'forms',
  title: ({ title }, { i18n }) => inLanguage(title, i18n.lang),
  about: ({ item }, app) => {
    const to = item.departmentId ? nameOf(app, 'departments', item.departmentId) : app.i18n.t.formToCentre;
    return [nameOf(app, 'sites', item.siteId), kindName(app, item.kind), to].join(' · ');
  },
  blank: (app) => ({
    id: '',
    siteId: optionsOf(app, 'sites')[0]?.value ?? '',
    kind: 'question',
    title: { sv: '' },
    intro: null,
    departmentId: null,
    topicId: null,
    replyWorkdays: null,
    fields: [newField('question', []), newField('name', []), contactField('email'), contactField('phone')],
  }),
  finish: (item, taken) => ({ ...item, id: newIdFrom(item.title.sv, taken) }),
  fields: function FormFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    return (
      <>
        <Group title={t.formAbout}>
          <LocalisedField form={form} field="title" label={t.field_title} />
          <LocalisedField form={form} field="intro" label={t.field_intro} lines none />
          {form.isNew && (
            <Choice form={form} field="siteId" label={t.formSite} options={optionsOf(app, 'sites')} />
          )}
          <Choice
            form={form}
            field="kind"
            label={t.field_kind}
            hint={t.formKindHint}
            options={kindOptions(app)}
          />
          <Choice
            form={form}
            field="departmentId"
            label={t.formTo}
            hint={t.formToHint}
            none={t.formToCentre}
            options={optionsOf(app, 'departments')}
          />
          <Choice
            form={form}
            field="topicId"
            label={t.field_topicId}
            none={t.formNoTopic}
            options={optionsOf(app, 'topics')}
          />
          <AmountOrNone
            form={form}
            field="replyWorkdays"
            label={t.field_replyWorkdays}
            hint={t.formReplyHint}
          />
        </Group>
        <FieldList form={form} />
        <FormPreview draft={form.draft} />
      </>
    );
  },
};

/** A way to be reached: one of the two is needed. */
const contactField = (of: 'email' | 'phone') => ({
  ...newField(of, []),
  ...(of === 'email' ? { requireOneOf: ['email', 'phone'] } : {}),
});

/** The forms that citizens fill in. */
export function FormsScreen({ item }: SectionProps) {
  useCaseSettings();
  return <SettingsSection page={PAGE} item={item} />;
}
