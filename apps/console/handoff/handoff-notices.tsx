import { type Access, isTarget } from '@lotsa/core';
import type { Conversation, Handoff, Me } from '@lotsa/protocol';
import { useSignal } from '@preact/signals';
import { AskedOfMe } from './asked-of-me.tsx';
import { ForOwner } from './for-owner.tsx';
import { ToApprove } from './to-approve.tsx';
import './handoff.css';

/** Props of {@link HandoffNotices}. */
export interface HandoffNoticesProps {
  readonly conversation: Conversation;
  readonly access: Access;
  readonly me: Me;
}

/** What a hand-off asks of this user, and for the owner where each stands. */
export function HandoffNotices({ conversation, access, me }: HandoffNoticesProps) {
  const hidden = useSignal<ReadonlySet<string>>(new Set());
  if (conversation.status === 'closed') return null;
  const mine = conversation.handoffs.filter((h) => isMine(h, me));
  const toApprove =
    me.role === 'manager' ? conversation.handoffs.filter((h) => h.state === 'needsApproval') : [];
  const followed = access.decide
    ? conversation.handoffs.filter(
        (h) => !isMine(h, me) && !toApprove.includes(h) && isNews(h, conversation) && !hidden.value.has(h.id),
      )
    : [];
  return (
    <>
      {mine.map((handoff) => (
        <AskedOfMe key={handoff.id} conversation={conversation} handoff={handoff} />
      ))}
      {toApprove.map((handoff) => (
        <ToApprove key={handoff.id} conversation={conversation} handoff={handoff} />
      ))}
      {followed.map((handoff) => (
        <ForOwner
          key={handoff.id}
          conversation={conversation}
          handoff={handoff}
          onHide={() => (hidden.value = new Set([...hidden.value, handoff.id]))}
        />
      ))}
    </>
  );
}

const isMine = (h: Handoff, me: Me): boolean =>
  h.state === 'requested'
    ? isTarget(me, h)
    : h.state === 'accepted' && h.mode !== 'transfer' && h.acceptedBy?.id === me.id;

/** Open, or the last one and ended in another way than by its owner. */
const isNews = (h: Handoff, { handoffs }: Conversation): boolean =>
  h.state === 'requested' ||
  h.state === 'needsApproval' ||
  (h.state === 'accepted' && h.mode !== 'transfer') ||
  (h === handoffs.at(-1) && h.state !== 'withdrawn' && h.state !== 'accepted');
