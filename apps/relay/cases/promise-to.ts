import type { Conversation } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { caseIdOf } from './open-case.ts';

/**
 * By when whoever asked in a conversation is promised an answer: its case says so, and nothing else (rule O2); one that was merged, by
 * the case that goes on for it. Null where it has no case, or one that has ended.
 */
export async function promiseTo(
  storage: Pick<Storage, 'get' | 'find'>,
  conversation: Pick<Conversation, 'id' | 'caseNumber'>,
): Promise<number | null> {
  if (conversation.caseNumber === null) return null;
  const own = await storage.get('cases', caseIdOf(conversation));
  const number = own?.mergedInto ?? null;
  const goesOn =
    number === null
      ? own
      : (await storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 })).docs[0];
  return goesOn?.open === 1 ? goesOn.promisedAt : null;
}
