import { accessOf, hidesContact, readsCase, staffConversation } from '@lotsa/core';
import { type Case, type Conversation, LIMITS, type StaffAnswers } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { caseOf } from './case-boxes.ts';

/**
 * What the visitor of a conversation asked before it, by its token or by the e-mail address that it gave, the latest first;
 * and its cases. Only what this user may read: of what is secret, and of whom a protected identity hides, nothing (rule P6).
 */
export async function earlierOf(
  { context: { storage } }: Relay,
  user: UserDoc,
  conversation: Conversation,
): Promise<StaffAnswers['conversations:earlier']> {
  const actor = { type: 'staff', user } as const;
  const { visitorId, contactEmail, startedAt, caseNumber } = conversation;
  const page = {
    range: { field: 'startedAt', lte: startedAt },
    order: 'desc',
    limit: LIMITS.pageList,
  } as const;
  // What is registered by hand has no visitor: an empty id is nobody's.
  const own =
    visitorId === ''
      ? []
      : (await storage.find('conversations', { index: 'byVisitor', equals: { visitorId }, ...page })).docs;
  const email = hidesContact(conversation, user.id) ? null : contactEmail;
  const alike =
    email === null
      ? []
      : (
          await storage.find('conversations', { index: 'byEmail', equals: { contactEmail: email }, ...page })
        ).docs.filter((one) => one.visitorId !== visitorId && !hidesContact(one, user.id));
  const conversations = [...own, ...alike]
    .filter((one) => one.id !== conversation.id && accessOf(actor, one).read)
    .toSorted((a, b) => b.startedAt - a.startedAt)
    .slice(0, LIMITS.pageList)
    .flatMap(({ marks: _marks, ...one }) => staffConversation(actor, one) ?? []);

  const cases = new Map<string, Case>();
  const numbers = [caseNumber, ...conversations.map((one) => one.caseNumber)];
  for (const number of new Set(numbers.filter((each) => each !== null))) {
    const { docs } = await storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
    for (const doc of docs) cases.set(doc.number, caseOf(doc));
  }
  const byToken = new Set([caseNumber, ...own.map((one) => one.caseNumber)]);
  if (email !== null) {
    const { docs } = await storage.find('cases', {
      index: 'byEmail',
      equals: { contactEmail: email },
      order: 'desc',
      limit: LIMITS.pageList,
    });
    for (const doc of docs) cases.set(doc.number, caseOf(doc));
  }
  const readable = [...cases.values()].filter((it) => readsCase(user, it));
  const ownIds = new Set(own.map(({ id }) => id));
  return {
    conversations,
    cases: readable.toSorted((a, b) => b.receivedAt - a.receivedAt).slice(0, LIMITS.pageList),
    byEmail: [
      ...conversations.filter(({ id }) => !ownIds.has(id)).map(({ id }) => id),
      ...readable.filter(({ number }) => !byToken.has(number)).map(({ number }) => number),
    ],
  };
}
