import type { KeyValueStore } from '@lotsa/client';

/** The channels that are registered by hand. */
export const CHANNELS = ['phone', 'visit', 'letter', 'email'] as const;
/** The outcomes a question can be registered with. */
export const OUTCOMES = ['answered', 'guided', 'answeredBySpecialist', 'caseRegistered', 'spam'] as const;

/** What was chosen last: the next one is often alike. */
export interface Chosen {
  readonly channel: (typeof CHANNELS)[number];
  readonly outcome: (typeof OUTCOMES)[number];
  readonly language: string;
  readonly siteId: string | null;
  /** The topics that were used last, the latest first. */
  readonly topicIds: readonly string[];
}

/** What was chosen last, kept on this device; nothing of what was asked is. */
export interface LastContact {
  read(): Chosen;
  /** Remembers a choice, with its topic before the others. */
  remember(chosen: Omit<Chosen, 'topicIds'> & { readonly topicId: string }): void;
}

const KEY = 'lastContact';
/** As many as are seen at a glance. */
const TOPICS = 5;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Makes it; what the store has and is not understood is as if nothing had been chosen. */
export function createLastContact(store: KeyValueStore): LastContact {
  function stored(): Record<string, unknown> {
    try {
      return (JSON.parse(store.get(KEY) ?? '{}') as Record<string, unknown> | null) ?? {};
    } catch {
      return {};
    }
  }
  function read(): Chosen {
    const known = stored();
    const { topicIds } = known;
    return {
      channel: CHANNELS.find((each) => each === known['channel']) ?? 'phone',
      outcome: OUTCOMES.find((each) => each === known['outcome']) ?? 'answered',
      language: text(known['language']) ?? 'sv',
      siteId: text(known['siteId']),
      topicIds: Array.isArray(topicIds)
        ? topicIds.filter((id) => typeof id === 'string').slice(0, TOPICS)
        : [],
    };
  }
  return {
    read,
    remember({ topicId, ...chosen }) {
      const topicIds = [topicId, ...read().topicIds.filter((id) => id !== topicId)].slice(0, TOPICS);
      store.set(KEY, JSON.stringify({ ...chosen, topicIds }));
    },
  };
}
