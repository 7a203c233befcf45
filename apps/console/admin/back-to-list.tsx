import { Icon, iconBack } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { AdminLink } from './admin-link.tsx';

/** From something in a section back to the section's list. */
export function BackToList({ section }: { readonly section: string }) {
  return (
    <AdminLink section={section} class="admin-to-list">
      <Icon of={iconBack} mirror />
      {useApp().i18n.t.settingsBack}
    </AdminLink>
  );
}
