import { SelectField } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { inLanguage } from './names.ts';

/** Props of {@link SiteSelect}. */
interface SiteSelectProps {
  readonly value: string;
  readonly onValue: (siteId: string) => void;
}

/** Which site it is about; nothing where there is but one. */
export function SiteSelect({ value, onValue }: SiteSelectProps) {
  const { i18n, state } = useApp();
  const sites = state.value.directory?.sites ?? [];
  if (sites.length < 2) return null;
  return (
    <SelectField
      label={i18n.t.site}
      value={value}
      onValue={onValue}
      options={sites.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) }))}
    />
  );
}
