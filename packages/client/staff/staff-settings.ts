import type { Answer, SettingsEntry, SettingsItem, SettingsKind, StaffRequestEvents } from '@lotsa/protocol';
import type { Link } from '../link.ts';
import { SIGNED_OUT } from './signed-out.ts';

/** What an administrator asks about settings. Each answers `unauthenticated` when the session has ended meanwhile. */
export interface StaffSettings {
  list<Kind extends SettingsKind>(kind: Kind): Promise<Answer<SettingsEntry<Kind>[]>>;
  /** `revision` of the entry that the item was made from; null for a new one. */
  put<Kind extends SettingsKind>(
    kind: Kind,
    item: SettingsItem<Kind>,
    revision: string | null,
  ): Promise<Answer<SettingsEntry<Kind>>>;
  /** A canned response was put in an answer. Forgotten when nothing answers. */
  used(id: string): void;
}

/** Makes it over the connection of whoever is signed in. */
export function createStaffSettings(link: () => Link<StaffRequestEvents> | undefined): StaffSettings {
  return {
    async list<Kind extends SettingsKind>(kind: Kind) {
      const answer = await link()?.ask('settings:list', { kind });
      if (!answer) return SIGNED_OUT;
      // The relay answers with the kind that was asked for.
      return answer.ok ? { ok: true, value: answer.value.entries as SettingsEntry<Kind>[] } : answer;
    },
    async put<Kind extends SettingsKind>(kind: Kind, item: SettingsItem<Kind>, revision: string | null) {
      const answer = await link()?.ask('settings:put', { kind, item: { ...item }, revision });
      if (!answer) return SIGNED_OUT;
      return answer.ok ? { ok: true, value: answer.value.entry as SettingsEntry<Kind> } : answer;
    },
    used(id) {
      link()?.tell('canned:used', { id });
    },
  };
}
