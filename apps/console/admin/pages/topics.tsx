import { Checkbox } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { Choice, Group, LocalisedField } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf, optionsOf } from './options.ts';

const PAGE: SettingsPage<'topics'> = {
  kind: 'topics',
  section: 'topics',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }, app) =>
    item.departmentId ? nameOf(app, 'departments', item.departmentId) : app.i18n.t.topicCentre,
  blank: () => ({ id: '', name: { sv: '' }, departmentId: null, retired: false }),
  finish: (topic, taken) => ({ ...topic, id: newIdFrom(topic.name.sv, taken) }),
  fields: function TopicFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    return (
      <Group title={t.adminTopic}>
        <LocalisedField form={form} field="name" label={t.field_name} />
        <Choice
          form={form}
          field="departmentId"
          label={t.field_departmentId}
          none={t.topicCentre}
          options={optionsOf(app, 'departments')}
        />
        <Checkbox
          label={t.topicEid}
          hint={t.topicEidHint}
          checked={form.draft.eid ?? false}
          onChecked={(on) => form.set('eid', on)}
        />
        {!form.isNew && (
          <Checkbox
            label={t.field_retired}
            hint={t.retiredHint}
            checked={form.draft.retired}
            onChecked={(on) => form.set('retired', on)}
          />
        )}
      </Group>
    );
  },
};

/** What questions are about. */
export const TopicsScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
