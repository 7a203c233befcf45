import { type ClosingClass, LIMITS, type RegistrationEntry } from '@lotsa/protocol';
import {
  Button,
  iconCheck,
  iconDownload,
  iconEye,
  iconFile,
  iconRetry,
  iconTrash,
  RadioGroup,
} from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { TextDialog } from '../dialogs/text-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import { ReasonDialog } from '../records/reason-dialog.tsx';
import { usePackage } from '../records/use-package.tsx';

type Asked = 'reason' | 'register' | 'confirm' | 'dismiss' | 'restore';
const OTHERS = ['minor', 'case'] as const;

/** Props of {@link RegistryActions}. */
export interface RegistryActionsProps {
  readonly entry: RegistrationEntry;
  /** What the buttons are about, for those who do not see where they stand. */
  readonly what: string;
  readonly onChanged: () => void;
}

/** What a registrar does with a record of the queue. */
export function RegistryActions({ entry, what, onChanged }: RegistryActionsProps) {
  const { i18n, staff, route } = useApp();
  const { t } = i18n;
  const { of, state, secret, diaryNumber } = entry.registration;
  const [asked, setDialog] = useState<Asked | null>(null);
  // Of one dialog: sent again after a break it is the same request (rule D2).
  const [id, setId] = useState('');
  const [instead, setInstead] = useState<Exclude<ClosingClass, 'register'> | undefined>(undefined);
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const { busy: fetching, fetchPackage, proof } = usePackage(of);
  const close = () => setDialog(null);
  const setAsked = (dialog: Asked) => {
    setId(crypto.randomUUID());
    setDialog(dialog);
  };
  const classed = of.type === 'conversation' && entry.recordClass === 'register';

  const done = async (ask: Parameters<typeof act>[0], said: string) => {
    if (!(await act(ask, said))) return;
    close();
    onChanged();
  };
  const fetchIt = async (reason: string | null) => {
    close();
    if (await fetchPackage(reason)) onChanged();
  };
  if (state === 'erased') return null;
  const named = (action: string) => ({ 'aria-label': t.registryOf({ action, what }) });
  const open = state === 'waiting' || state === 'registered';
  return (
    <div class="registry-actions">
      {open && (
        <Button
          icon={iconDownload}
          busy={fetching}
          {...named(t.registryPackage)}
          onClick={() => (secret ? setAsked('reason') : void fetchIt(null))}
        >
          {t.registryPackage}
        </Button>
      )}
      {open && (
        <Button
          icon={iconFile}
          variant={state === 'waiting' ? 'primary' : 'secondary'}
          {...named(state === 'waiting' ? t.registryRegister : t.registryChangeNumber)}
          onClick={() => setAsked('register')}
        >
          {state === 'waiting' ? t.registryRegister : t.registryChangeNumber}
        </Button>
      )}
      {state === 'registered' && (
        <Button
          icon={iconCheck}
          variant="primary"
          {...named(t.registryConfirm)}
          onClick={() => setAsked('confirm')}
        >
          {t.registryConfirm}
        </Button>
      )}
      <Button icon={iconEye} {...named(t.registryRead)} onClick={() => route.openRecord(of)}>
        {t.registryRead}
      </Button>
      {state === 'waiting' && (
        <Button icon={iconTrash} {...named(t.registryDismiss)} onClick={() => setAsked('dismiss')}>
          {t.registryDismiss}
        </Button>
      )}
      {state === 'dismissed' && (
        <Button icon={iconRetry} {...named(t.registryRestore)} onClick={() => setAsked('restore')}>
          {t.registryRestore}
        </Button>
      )}
      {asked === 'reason' && <ReasonDialog onClose={close} onSend={(reason) => void fetchIt(reason)} />}
      {asked === 'register' && (
        <TextDialog
          title={diaryNumber === null ? t.registryRegister : t.registryChangeNumber}
          text={t.registryRegisterText}
          label={t.registryDiary}
          missing={t.registryNumberMissing}
          send={t.registryRegister}
          maxLength={LIMITS.diaryNumber}
          value={diaryNumber ?? ''}
          short
          busy={busy}
          onClose={close}
          onSend={(number) =>
            void done(
              () => staff.ask('registration:register', { of, id, diaryNumber: number }),
              t.registryRegistered,
            )
          }
        />
      )}
      {asked === 'confirm' && (
        <FormDialog
          title={t.registryConfirmTitle}
          send={t.registryConfirm}
          busy={busy}
          onSubmit={() => void done(() => staff.ask('registration:confirm', { of }), t.registryConfirmed)}
          onClose={close}
        >
          <p>{t.registryConfirmText}</p>
          <p class="registry-sum">
            {t.registryChecksum}: <code>{entry.registration.checksum ?? t.registryNotExported}</code>
          </p>
        </FormDialog>
      )}
      {asked === 'dismiss' && (
        <TextDialog
          title={t.registryDismissTitle}
          text={t.registryDismissText}
          label={t.registryDismissWhy}
          missing={t.registryReasonMissing}
          send={t.registryDismiss}
          maxLength={LIMITS.reason}
          danger
          busy={busy}
          onClose={close}
          onTry={() => setChecked(true)}
          onSend={(reason) => {
            if (classed && !instead) return;
            const recordClass = classed ? (instead ?? null) : null;
            void done(
              () => staff.ask('registration:dismiss', { of, id, reason, recordClass }),
              t.registryDismissed,
            );
          }}
        >
          {classed && (
            <RadioGroup<(typeof OTHERS)[number]>
              legend={t.registryDismissClass}
              value={instead}
              onValue={setInstead}
              error={checked && !instead ? t.registryDismissClassMissing : undefined}
              options={OTHERS.map((value) => ({
                value,
                label: t[`recordClass_${value}`],
                hint: t[`recordClassHint_${value}`],
              }))}
            />
          )}
        </TextDialog>
      )}
      {asked === 'restore' && (
        <TextDialog
          title={t.registryRestore}
          label={t.registryRestoreWhy}
          missing={t.registryReasonMissing}
          send={t.registryRestore}
          maxLength={LIMITS.reason}
          busy={busy}
          onClose={close}
          onSend={(reason) =>
            void done(() => staff.ask('registration:restore', { of, id, reason }), t.registryRestored)
          }
        />
      )}
      {proof}
    </div>
  );
}
