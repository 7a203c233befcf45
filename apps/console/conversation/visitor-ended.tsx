import type { Access } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { Banner, Button } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** The visitor is gone; what is left is to say how it went (rules O2, O4). */
export function VisitorEnded({
  conversation,
  access,
}: {
  readonly conversation: Conversation;
  readonly access: Access;
}) {
  const { i18n, dialog } = useApp();
  const { t } = i18n;
  if (!conversation.visitorEnded || conversation.status === 'closed') return null;
  return (
    <Banner
      tone="warn"
      title={t.visitorEndedTitle}
      announce
      action={access.decide && <Button onClick={() => (dialog.value = 'closing')}>{t.chooseOutcome}</Button>}
    >
      {access.decide && t.visitorEndedText}
    </Banner>
  );
}
