import { isCentre } from '@lotsa/core';
import type { StaffState } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import type { ListOption } from '@lotsa/ui';
import type { ConsoleI18n } from '../locales/index.ts';
import { languageName } from '../names/names.ts';

const STATUSES = { available: 0, busy: 1, away: 2 };

/** How many open conversations each has, of those that are known here. */
function loads(conversations: Iterable<Conversation>): Map<string, number> {
  const count = new Map<string, number>();
  for (const { ownerId, open } of conversations) {
    if (open === 1 && ownerId !== '') count.set(ownerId, (count.get(ownerId) ?? 0) + 1);
  }
  return count;
}

/**
 * The colleagues of the centre that are there and can be given a conversation: who is available first, the least loaded first
 * among them. `except` has it already.
 */
export function assignOptions(
  { colleagues, conversations, me }: StaffState,
  except: readonly string[],
  i18n: ConsoleI18n,
): ListOption[] {
  const { t, lang, formats } = i18n;
  const load = loads(conversations.values());
  // Only a manager's console knows everybody's.
  const known = me?.role === 'manager';
  return colleagues
    .filter((c) => c.present && isCentre(c.role) && !except.includes(c.id))
    .map((c) => ({ ...c, load: known ? (load.get(c.id) ?? 0) : 0 }))
    .toSorted(
      (a, b) =>
        STATUSES[a.availability] - STATUSES[b.availability] ||
        a.load - b.load ||
        a.name.localeCompare(b.name, lang),
    )
    .map((c) => {
      const languages = c.languages.filter((each) => each !== 'sv').map((each) => languageName(each, i18n));
      return {
        value: c.id,
        label: c.name,
        hint: [
          t[c.availability],
          ...(known ? [t.assignQuestions({ n: c.load })] : []),
          ...(languages.length > 0 ? [t.assignSpeaks({ languages: formats.list(languages) })] : []),
        ].join(' · '),
      };
    });
}
