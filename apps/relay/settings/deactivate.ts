import type { StaffMember } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';

const BATCH = 200;

/** Ends the sessions of a user, and its one-time links. The consoles go when the settings take effect. */
export async function endSessions({ context: { storage, now } }: Pick<Relay, 'context'>, userId: string) {
  for (const kind of ['staff', 'invite'] as const) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof storage.find<'sessions'>>> = await storage.find('sessions', {
        index: 'bySubject',
        equals: { kind, subjectId: userId },
        limit: BATCH,
        after,
      });
      for (const { id } of page.docs) await storage.update('sessions', id, { expiresAt: now() });
      after = page.next;
    } while (after !== null);
  }
}

/** Somebody works here no more: it is signed out at once, and its open questions are the queue's (rules O1, O3). */
export async function deactivate(
  relay: Pick<Relay, 'context' | 'conversations' | 'presence'>,
  { id: userId }: StaffMember,
): Promise<void> {
  const { context, conversations, presence } = relay;
  const { storage, log } = context;
  await endSessions(relay, userId);
  await storage.update('users', userId, { availability: 'away', availabilityReason: null });
  await presence.leave(userId);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof storage.find<'conversations'>>> = await storage.find(
      'conversations',
      { index: 'byOwner', equals: { ownerId: userId, open: 1 }, limit: BATCH, after },
    );
    for (const { id, ownerType, seq } of page.docs) {
      if (ownerType !== 'agent') continue;
      await conversations
        .execute(
          id,
          { type: 'returnToQueue' },
          { actor: { type: 'system' }, id: `inactive-${seq}-${id.slice(0, 40)}` },
        )
        .catch((error: unknown) => log.debug({ err: error, conversationId: id }, 'gone already'));
    }
    after = page.next;
  } while (after !== null);
}
