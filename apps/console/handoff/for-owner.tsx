import type { Conversation, Handoff } from '@lotsa/protocol';
import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { targetName } from '../names/names.ts';

/** Props of {@link ForOwner}. */
export interface ForOwnerProps {
  readonly conversation: Conversation;
  readonly handoff: Handoff;
  readonly onHide: () => void;
}

/** Where a hand-off stands, for who still answers for the question (rules O1, H2). */
export function ForOwner({ conversation, handoff, onHide }: ForOwnerProps) {
  const { i18n, state, staff, dialog } = useApp();
  const { t, formats } = i18n;
  const { busy, act } = useAct();
  const to = targetName(state.value.directory, handoff, i18n);
  const name = handoff.acceptedBy?.name ?? to;
  const again = <Button onClick={() => (dialog.value = 'handoff')}>{t.askSomebodyElse}</Button>;
  const withdraw = (
    <Button busy={busy} onClick={() => void act(() => staff.withdrawHandoff(conversation.id, handoff.id))}>
      {t.withdraw}
    </Button>
  );
  const hide = { onDismiss: onHide, dismissLabel: t.hidden };
  switch (handoff.state) {
    case 'requested':
      return (
        <Banner
          announce
          title={t.waitsFor({ to, when: formats.dayTime(handoff.deadline) })}
          action={withdraw}
        >
          {handoff.question}
        </Banner>
      );
    case 'accepted':
      return (
        <Banner announce title={handoff.mode === 'consult' ? t.consultedBy({ name }) : t.joinedBy({ name })}>
          {handoff.question}
        </Banner>
      );
    case 'declined':
      return (
        <Banner tone="warn" announce title={t.declinedBy({ to })} action={again} {...hide}>
          {handoff.declineReason}
        </Banner>
      );
    case 'expired':
      return (
        <Banner tone="warn" announce title={t.expiredBy({ to })} action={again} {...hide}>
          {handoff.question}
        </Banner>
      );
    case 'answered':
      return <Banner tone="ok" announce title={t.answeredBy({ to: name })} {...hide} />;
    case 'needsApproval':
      return (
        <Banner announce title={t.state_needsApproval} action={withdraw}>
          {handoff.question}
        </Banner>
      );
    case 'becameCase':
    case 'withdrawn':
      return null;
  }
}
