import { Button, Dialog, TextField } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { useCopy } from '../errors/use-copy.ts';

interface SecretOnceProps {
  readonly label: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A secret, the only time that it is shown. */
export function SecretOnce({ label, secret, onClose }: SecretOnceProps) {
  const { t } = useApp().i18n;
  const copy = useCopy();
  return (
    <Dialog
      title={t.secretOnceTitle}
      closeLabel={t.close}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t.secretOnceDone}
        </Button>
      }
    >
      <div class="dialog-form">
        <p>{t.secretOnceText}</p>
        <TextField
          label={label}
          value={secret}
          readOnly
          spellcheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onValue={() => undefined}
        />
        <div>
          <Button onClick={() => copy(secret, t.secretOnceCopied)}>{t.secretOnceCopy}</Button>
        </div>
      </div>
    </Dialog>
  );
}
