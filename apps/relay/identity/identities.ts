import { randomUUID } from 'node:crypto';
import { IDENTITY_MS, knownAs } from '@lotsa/core';
import { type Conversation, fail, type Identity, LotsaError } from '@lotsa/protocol';
import type { SessionDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { rooms, type VisitorIdentity } from '../sockets/server.ts';
import { tokenId } from '../tokens.ts';
import { newVisit, type OpenedVisit } from '../visitors.ts';
import type { ReadToken } from './read-token.ts';

/** Who somebody vouches that a session's visitor is, as long as that counts (rule I2). */
export const identityOf = (session: SessionDoc | undefined, now: number): Identity | undefined =>
  session?.identity && session.identity.until > now ? session.identity.who : undefined;

/** The same person by the same word. */
const isSame = (one: Identity, other: Identity): boolean =>
  one.by === other.by && one.provider === other.provider && one.subject === other.subject;

/**
 * Takes a token once: of one visitor, which may ask again while it is known by it (rule I2).
 * @throws LotsaError `identity_refused` when it was used.
 */
export async function useToken(relay: Relay, visitor: VisitorIdentity, read: ReadToken): Promise<void> {
  const { storage, now } = relay.context;
  const id = tokenId(`identity\n${visitor.siteId}\n${read.tokenId}`);
  const at = now();
  const first = await storage.insert('sessions', [
    {
      id,
      kind: 'token',
      subjectId: visitor.sessionId,
      siteId: visitor.siteId,
      createdAt: at,
      expiresAt: Math.max(read.endsAt, at + 1),
      seenAt: at,
    },
  ]);
  if (first > 0) return;
  const used = await storage.get('sessions', id);
  const session = await storage.get('sessions', visitor.sessionId);
  const known = identityOf(session, at);
  if (used?.subjectId !== visitor.sessionId || !known || !isSame(known, read.identity))
    throw fail('identity_refused', { reason: 'used' });
}

/**
 * Somebody vouches for a visitor: its browser is known so for a while, and so is what it has asked and not closed yet. It opens
 * nothing that the visitor could not read before (rule I1): another person in the same browser is another visitor.
 * @returns the visit of that other visitor, when it is one.
 */
export async function identify(
  relay: Relay,
  visitor: VisitorIdentity,
  identity: Identity,
): Promise<OpenedVisit | null> {
  const { storage, now } = relay.context;
  const before = (await storage.get('sessions', visitor.sessionId))?.identity;
  const another = before && !isSame(before.who, identity);
  const visit = another ? await newVisit(relay, visitor.siteId, randomUUID()) : null;
  const { visitorId, sessionId } = visit ?? visitor;
  await storage.update('sessions', sessionId, { identity: { who: identity, until: now() + IDENTITY_MS } });
  if (!visit)
    await inOpenConversation(
      relay,
      visitorId,
      { type: 'identify', identity },
      (it) => !isKnown(it, identity),
    );
  tell(relay, sessionId, identity);
  return visit;
}

const isKnown = ({ identity }: Conversation, now: Identity): boolean => !!identity && isSame(identity, now);

/** The visitor wants to be nobody again (rule I3). What was known of it stays in what it asked meanwhile. */
export async function endIdentity(relay: Relay, visitor: VisitorIdentity): Promise<void> {
  const { storage, now } = relay.context;
  const session = await storage.get('sessions', visitor.sessionId);
  if (!session?.identity) return;
  await storage.update('sessions', visitor.sessionId, { identity: { ...session.identity, until: now() } });
  await inOpenConversation(
    relay,
    visitor.visitorId,
    { type: 'endIdentity' },
    (it) => it.identity !== undefined,
  );
  tell(relay, visitor.sessionId, null);
}

/** The panels of this browser say it at once. */
const tell = (relay: Relay, sessionId: string, identity: Identity | null): void =>
  void relay.visitors
    .to(rooms.session(sessionId))
    .emit('identity:changed', { identity: identity && knownAs(identity) });

/** Says it in the conversation that the visitor is in, if it is in one. */
async function inOpenConversation(
  relay: Relay,
  visitorId: string,
  command: { type: 'identify'; identity: Identity } | { type: 'endIdentity' },
  applies: (conversation: Conversation) => boolean,
): Promise<void> {
  const { docs } = await relay.context.storage.find('conversations', {
    index: 'byVisitor',
    equals: { visitorId },
    order: 'desc',
    limit: 1,
  });
  const conversation = docs[0] && (await relay.conversations.load(docs[0].id));
  if (!conversation?.open || !applies(conversation)) return;
  try {
    const actor = { type: 'visitor', visitorId } as const;
    await relay.conversations.execute(conversation.id, command, { actor, id: randomUUID() });
  } catch (error) {
    // It was closed meanwhile.
    if (!(error instanceof LotsaError) || error.answer.code !== 'conversation_closed') throw error;
  }
}
