import { STAFF_STATUSES } from '@lotsa/protocol';
import { directionOf } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { kindOptions } from '../../cases/case-names.ts';
import { useCaseSettings } from '../../cases/use-case-settings.ts';
import { filledWith, TEMPLATE_VARIABLES } from '../../cases/fill-template.ts';
import { inLanguage, languageName } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { Choice, Group, LocalisedField, Several } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';

/** What a preview is filled in with: nobody's. */
const EXAMPLE = { number: 'EKH-2026-000123', name: 'Anna Andersson' };

const PAGE: SettingsPage<'caseTemplates'> = {
  kind: 'caseTemplates',
  section: 'case-templates',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }, { i18n }) => inLanguage(item.text, i18n.lang),
  badge: ({ item }, { i18n }) =>
    item.status ? { text: i18n.t[`caseStatus_${item.status}`], tone: 'neutral' } : null,
  blank: () => ({ id: '', name: { sv: '' }, typeIds: [], status: null, text: { sv: '' } }),
  finish: (template, taken) => ({ ...template, id: newIdFrom(template.name.sv, taken) }),
  fields: function CaseTemplateFields({ form }) {
    const app = useApp();
    const { i18n, now } = app;
    const { t, formats } = i18n;
    const written = Object.entries(form.draft.text).filter(([, text]) => text.trim() !== '');
    return (
      <>
        <Group title={t.kind_caseTemplates}>
          <LocalisedField form={form} field="name" label={t.templateName} hint={t.templateNameHint} />
          <Several
            form={form}
            field="typeIds"
            label={t.field_typeIds}
            hint={t.templateTypesHint}
            options={kindOptions(app)}
          />
          <Choice
            form={form}
            field="status"
            label={t.caseStatusAfter}
            none={t.caseStatusSame}
            options={STAFF_STATUSES.map((value) => ({ value, label: t[`caseStatus_${value}`] }))}
          />
          <LocalisedField
            form={form}
            field="text"
            label={t.field_text}
            hint={t.templateTextHint({ names: TEMPLATE_VARIABLES.map((name) => `{${name}}`).join(' ') })}
            lines
          />
        </Group>
        {written.length > 0 && (
          <Group title={t.cannedPreview}>
            {written.map(([language, text]) => (
              <div key={language}>
                <p class="ui-field-hint">{languageName(language, i18n)}</p>
                <p class="settings-preview" lang={language} dir={directionOf(language)}>
                  {filledWith(text, { ...EXAMPLE, title: t.templateExample, date: formats.date(now.value) })}
                </p>
              </div>
            ))}
          </Group>
        )}
      </>
    );
  },
};

/** Answers to routine matters, written once. */
export function CaseTemplatesScreen({ item }: SectionProps) {
  useCaseSettings();
  return <SettingsSection page={PAGE} item={item} />;
}
