import type { Conversation } from '@lotsa/protocol';
import { isTarget } from './access.ts';
import type { Actor } from './actor.ts';

/** A specialist may make a case of what it was asked, also before it has accepted: it then answers for it. */
export function mayOpenCaseOf(
  { handoffs }: Conversation,
  handoffId: string | undefined,
  actor: Actor,
): boolean {
  const handoff = handoffs.find(({ id }) => id === handoffId);
  if (!handoff || actor.type !== 'staff' || actor.user.role !== 'specialist') return false;
  if (handoff.state === 'requested') return isTarget(actor.user, handoff);
  return handoff.state === 'accepted' && handoff.acceptedBy?.id === actor.user.id;
}
