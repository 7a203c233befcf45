import type { Conversation } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { caseIdOf } from './open-case.ts';

/**
 * By when whoever asked in a conversation is promised an answer: its case says so, and nothing else (rule O2). Null where it
 * has no case, or one that has ended.
 */
export async function promiseTo(
  storage: Pick<Storage, 'get'>,
  conversation: Pick<Conversation, 'id' | 'caseNumber'>,
): Promise<number | null> {
  if (conversation.caseNumber === null) return null;
  const doc = await storage.get('cases', caseIdOf(conversation));
  return doc?.open === 1 ? doc.promisedAt : null;
}
