import { isCentre, staffConversation } from '@lotsa/core';
import { type Box, type ConversationEntry, fail, LIMITS, type StaffAnswers } from '@lotsa/protocol';
import type { ConversationDoc, Query, Storage, UserDoc } from '@lotsa/storage';
import { promiseTo } from './cases/promise-to.ts';

type List = StaffAnswers['conversations:list'];
const limit = LIMITS.pageList;

/** A page of one of the console's lists; each role has its own. */
export async function listBox(
  storage: Storage,
  user: UserDoc,
  box: Box,
  after: string | null,
): Promise<List> {
  if (box === 'handoffs') return handoffs(storage, user);
  const query = queryOf(user, box);
  if (!query) throw fail('forbidden', {});
  const { docs, next } = await storage.find('conversations', { ...query, limit, after });
  return { conversations: await entriesOf(storage, user, docs), next };
}

function queryOf(user: UserDoc, box: Exclude<Box, 'handoffs'>): Omit<Query<'conversations'>, 'limit'> | null {
  const centre = isCentre(user.role);
  switch (box) {
    case 'mine':
      return { index: 'byOwner', equals: { ownerId: user.id, open: 1 }, order: 'desc' };
    case 'queue':
      return centre ? { index: 'byWaiting', equals: { status: 'queued' } } : null;
    case 'all':
      return centre ? { index: 'byOpen', equals: { open: 1 }, order: 'desc' } : null;
    case 'closed':
      return centre
        ? { index: 'byOpen', equals: { open: 0 }, order: 'desc' }
        : { index: 'byOwner', equals: { ownerId: user.id, open: 0 }, order: 'desc' };
  }
}

/** What was handed to this user or its departments: asked for, or accepted by it and not answered yet. */
async function handoffs(storage: Storage, user: UserDoc): Promise<List> {
  const newestFirst = { order: 'desc', limit } as const;
  const pages = await Promise.all([
    storage.find('handoffs', {
      index: 'byUser',
      equals: { userId: user.id, state: 'requested' },
      ...newestFirst,
    }),
    storage.find('handoffs', {
      index: 'byAccepter',
      equals: { acceptedById: user.id, state: 'accepted' },
      ...newestFirst,
    }),
    ...(user.role === 'specialist' ? user.skills : []).map((skillId) =>
      storage.find('handoffs', { index: 'bySkill', equals: { skillId, state: 'requested' }, ...newestFirst }),
    ),
    ...user.departmentIds.map((departmentId) =>
      storage.find('handoffs', {
        index: 'byDepartment',
        equals: { departmentId, userId: '', skillId: '', state: 'requested' },
        ...newestFirst,
      }),
    ),
  ]);
  // A transfer that was accepted made this user the owner: it is among its own.
  const waiting = pages.flatMap(({ docs }) =>
    docs.filter((h) => h.mode !== 'transfer' || h.state === 'requested'),
  );
  const ids = new Set(waiting.map((handoff) => handoff.conversationId));
  const docs = await Promise.all([...ids].slice(0, limit).map((id) => storage.get('conversations', id)));
  const found = docs.filter((doc) => doc !== undefined);
  return { conversations: await entriesOf(storage, user, found), next: null };
}

/** As this user sees them: a secret one without what was written in it (rule P6). */
async function entriesOf(
  storage: Storage,
  user: UserDoc,
  docs: readonly ConversationDoc[],
): Promise<ConversationEntry[]> {
  const entries = docs.map(async ({ marks, ...doc }): Promise<ConversationEntry[]> => {
    const conversation = staffConversation({ type: 'staff', user }, doc);
    return conversation ? [{ conversation, marks, promisedAt: await promiseTo(storage, doc) }] : [];
  });
  return (await Promise.all(entries)).flat();
}
