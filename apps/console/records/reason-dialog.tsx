import { LIMITS } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { TextDialog } from '../dialogs/text-dialog.tsx';

/** Props of {@link ReasonDialog}. */
interface ReasonDialogProps {
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Asks why somebody takes part of a secret record; it is entered in the audit log (rules P6, P7). */
export function ReasonDialog({ onClose, onSend }: ReasonDialogProps) {
  const { t } = useApp().i18n;
  return (
    <TextDialog
      title={t.recordReasonTitle}
      text={t.recordReasonText}
      label={t.recordReasonWhy}
      missing={t.registryReasonMissing}
      send={t.recordContinue}
      maxLength={LIMITS.reason}
      busy={false}
      onClose={onClose}
      onSend={onSend}
    />
  );
}
