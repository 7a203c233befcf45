import type { Answer, RemovableKind, SettingsEntry, SettingsItem, SettingsKind } from '@lotsa/protocol';
import type { Desk } from './desk.ts';
import { SIGNED_OUT } from './signed-out.ts';

/**
 * What an administrator asks about settings. Each answers `unauthenticated` when the session has ended meanwhile. What was
 * changed here is in the console's directory when the answer comes, so that it can be chosen at once.
 */
export interface StaffSettings {
  list<Kind extends SettingsKind>(kind: Kind): Promise<Answer<SettingsEntry<Kind>[]>>;
  /** `revision` of the entry that the item was made from; null for a new one. */
  put<Kind extends SettingsKind>(
    kind: Kind,
    item: SettingsItem<Kind>,
    revision: string | null,
  ): Promise<Answer<SettingsEntry<Kind>>>;
  /** `revision` of the entry that is removed. */
  remove(kind: RemovableKind, id: string, revision: string): Promise<Answer<null>>;
  /** A canned response was put in an answer. Forgotten when nothing answers. */
  used(id: string): void;
}

/** Makes it over the connection of whoever is signed in. */
export function createStaffSettings(desk: () => Pick<Desk, 'link' | 'renew'> | null): StaffSettings {
  return {
    async list<Kind extends SettingsKind>(kind: Kind) {
      const answer = await desk()?.link.ask('settings:list', { kind });
      if (!answer) return SIGNED_OUT;
      // The relay answers with the kind that was asked for.
      return answer.ok ? { ok: true, value: answer.value.entries as SettingsEntry<Kind>[] } : answer;
    },
    async put<Kind extends SettingsKind>(kind: Kind, item: SettingsItem<Kind>, revision: string | null) {
      const answer = await desk()?.link.ask('settings:put', { kind, item: { ...item }, revision });
      if (!answer) return SIGNED_OUT;
      if (!answer.ok) return answer;
      await desk()?.renew();
      return { ok: true, value: answer.value.entry as SettingsEntry<Kind> };
    },
    async remove(kind, id, revision) {
      const answer = await desk()?.link.ask('settings:remove', { kind, id, revision });
      if (!answer) return SIGNED_OUT;
      if (answer.ok) await desk()?.renew();
      return answer;
    },
    used(id) {
      desk()?.link.tell('canned:used', { id });
    },
  };
}
