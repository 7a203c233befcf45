import type { Case, Me } from '@lotsa/protocol';
import { Button, EmptyState, Icon, iconEye, iconLock } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { BreakGlassDialog } from '../secrecy/break-glass-dialog.tsx';

/** That it exists is all this user is told (rule P6); a manager can open it, with a reason that is logged. */
export function SecretCase({ number, me }: { readonly number: string; readonly me: Me }) {
  const { i18n, staff } = useApp();
  const { t } = i18n;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <EmptyState
        icon={iconLock}
        title={t.secretCase}
        action={me.role === 'manager' && <Button onClick={() => setAsking(true)}>{t.breakGlass}</Button>}
      >
        {t.caseSecret}
      </EmptyState>
      {asking && (
        <BreakGlassDialog
          text={t.caseGlassText}
          onBreak={(reason) => staff.cases.breakGlass(number, reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Whoever reads a secret case by breaking the glass is shown until when (rule P6). */
export function CaseGlassNotice({ it, me }: { readonly it: Case; readonly me: Me }) {
  const { t, formats } = useApp().i18n;
  const broken = it.glass.find(({ user }) => user.id === me.id);
  if (!broken) return null;
  return (
    <p class="conversation-watching">
      <Icon of={iconEye} /> {t.caseGlassUntil({ when: formats.dayTime(broken.until) })}
    </p>
  );
}
