import type {
  Answer,
  SettingsAnswers,
  SettingsEntry,
  SettingsItem,
  SettingsKind,
  StaffRequestEvents,
} from '@lotsa/protocol';
import type { Link } from '../link.ts';

/** What an administrator asks about settings. Each answers `unauthenticated` when the session has ended meanwhile. */
export interface StaffSettings {
  list<Kind extends SettingsKind>(kind: Kind): Promise<Answer<SettingsEntry<Kind>[]>>;
  /** `revision` of the entry that the item was made from; null for a new one. */
  put<Kind extends SettingsKind>(
    kind: Kind,
    item: SettingsItem<Kind>,
    revision: string | null,
  ): Promise<Answer<SettingsEntry<Kind>>>;
  remove(
    kind: 'agreements' | 'cannedResponses' | 'banners' | 'retentionRules' | 'eServices',
    id: string,
    revision: string,
  ): Promise<Answer<null>>;
  /** A one-time link's token by which a user sets its password. */
  invite(userId: string): Promise<Answer<SettingsAnswers['user:invite']>>;
  /** A canned response was put in an answer. Forgotten when nothing answers. */
  used(id: string): void;
}

const ENDED: Answer<never> = { ok: false, error: { code: 'unauthenticated', data: {} } };

/** Makes it over the connection of whoever is signed in. */
export function createStaffSettings(link: () => Link<StaffRequestEvents> | undefined): StaffSettings {
  return {
    async list<Kind extends SettingsKind>(kind: Kind) {
      const answer = await link()?.ask('settings:list', { kind });
      if (!answer) return ENDED;
      // The relay answers with the kind that was asked for.
      return answer.ok ? { ok: true, value: answer.value.entries as SettingsEntry<Kind>[] } : answer;
    },
    async put<Kind extends SettingsKind>(kind: Kind, item: SettingsItem<Kind>, revision: string | null) {
      const answer = await link()?.ask('settings:put', { kind, item: { ...item }, revision });
      if (!answer) return ENDED;
      return answer.ok ? { ok: true, value: answer.value.entry as SettingsEntry<Kind> } : answer;
    },
    async remove(kind, id, revision) {
      return (await link()?.ask('settings:remove', { kind, id, revision })) ?? ENDED;
    },
    async invite(userId) {
      return (await link()?.ask('user:invite', { userId })) ?? ENDED;
    },
    used(id) {
      link()?.tell('canned:used', { id });
    },
  };
}
