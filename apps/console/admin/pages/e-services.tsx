import { Group, LocalisedField, Several } from '../settings/fields.tsx';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import type { SectionProps } from '../sections/section.ts';
import { newIdFrom } from '../settings/form.ts';
import { type SettingsPage, SettingsSection } from '../settings/settings-page.tsx';
import { nameOf, optionsOf } from './options.ts';

const PAGE: SettingsPage<'eServices'> = {
  kind: 'eServices',
  section: 'e-services',
  title: ({ name }, { i18n }) => inLanguage(name, i18n.lang),
  about: ({ item }, app) => item.topicIds.map((id) => nameOf(app, 'topics', id)).join(', '),
  blank: () => ({ id: '', name: { sv: '' }, url: { sv: '' }, topicIds: [] }),
  finish: (service, taken) => ({ ...service, id: newIdFrom(service.name.sv, taken) }),
  fields: function EServiceFields({ form }) {
    const app = useApp();
    const { t } = app.i18n;
    return (
      <Group title={t.adminEService}>
        <LocalisedField form={form} field="name" label={t.field_name} />
        <LocalisedField form={form} field="url" label={t.field_eServiceUrl} hint={t.eServiceUrlHint} />
        <Several form={form} field="topicIds" label={t.field_topicIds} options={optionsOf(app, 'topics')} />
      </Group>
    );
  },
};

/** What citizens can do by themselves on the web. */
export const EServicesScreen = ({ item }: SectionProps) => <SettingsSection page={PAGE} item={item} />;
