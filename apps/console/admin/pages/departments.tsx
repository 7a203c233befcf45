import { Checkbox } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { Amount, Choice, Group, Lines, LocalisedField, Several, Text } from '../settings/fields.tsx';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { languageOptions } from './options.ts';

const PAGE: SettingsPage<'departments'> = {
  kind: 'departments',
  section: 'departments',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }) => [item.board, item.email, item.phone].filter(Boolean).join(' · '),
  badge: ({ item }, { i18n }) =>
    item.secrecy === 'strict' ? { text: i18n.t.secrecy_strict, tone: 'warn' } : null,
  blank: () => ({
    id: '',
    name: { sv: '' },
    board: '',
    email: '',
    phone: '',
    languages: ['sv'],
    secrecy: 'open',
    centreDoes: [],
    departmentDoes: [],
    replyWorkdays: 2,
    retired: false,
  }),
  finish: (department, taken) => ({ ...department, id: newIdFrom(department.name.sv, taken) }),
  fields: function DepartmentFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    return (
      <>
        <Group title={t.adminDepartment}>
          <LocalisedField form={form} field="name" label={t.field_name} />
          <Text form={form} field="board" label={t.field_board} optional />
          <Text form={form} field="email" type="email" label={t.field_email} optional />
          <Text form={form} field="phone" type="tel" label={t.field_phone} optional />
          <Several form={form} field="languages" label={t.field_languages} options={languageOptions(app)} />
          <Choice
            form={form}
            field="secrecy"
            label={t.field_secrecy}
            hint={t.secrecyHint}
            options={(['open', 'mixed', 'strict'] as const).map((value) => ({
              value,
              label: t[`secrecy_${value}`],
            }))}
          />
        </Group>
        <Group title={t.adminAgreed}>
          <Amount form={form} field="replyWorkdays" label={t.field_replyWorkdays} hint={t.replyHint} />
          <Lines form={form} field="centreDoes" label={t.field_centreDoes} hint={t.linesHint} />
          <Lines form={form} field="departmentDoes" label={t.field_departmentDoes} hint={t.linesHint} />
        </Group>
        {!form.isNew && (
          <Checkbox
            label={t.field_retired}
            hint={t.retiredHint}
            checked={form.draft.retired}
            onChecked={(on) => form.set('retired', on)}
          />
        )}
      </>
    );
  },
};

/** The departments of the municipality. */
export const DepartmentsScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
