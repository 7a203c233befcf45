import type { Conversation, Me } from '@lotsa/protocol';
import { Button, EmptyState, iconLock } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { BreakGlassDialog } from './break-glass-dialog.tsx';

/** Props of {@link SecretConversation}. */
export interface SecretConversationProps {
  readonly conversation: Conversation;
  readonly me: Me;
}

/** That it exists is all this user is told (rule P6); a manager can open it, with a reason that is logged. */
export function SecretConversation({ conversation, me }: SecretConversationProps) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const [asking, setAsking] = useState(false);
  const queued = conversation.status === 'queued';
  return (
    <>
      <EmptyState
        icon={iconLock}
        title={t.secretTitle}
        action={me.role === 'manager' && <Button onClick={() => setAsking(true)}>{t.breakGlass}</Button>}
      >
        {queued ? t.secretQueued : t.secretText}
      </EmptyState>
      {asking && (
        <BreakGlassDialog
          text={t.breakGlassText}
          onBreak={(reason) => staff.breakGlass(conversation.id, reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
