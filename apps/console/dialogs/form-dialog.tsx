import { Button, Dialog } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { DialogFailure } from './dialog-failure.tsx';

/** Props of {@link FormDialog}. */
export interface FormDialogProps {
  readonly title: string;
  readonly send: string;
  readonly busy: boolean;
  /** What it does cannot be undone. */
  readonly danger?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog that asks for something and does it; where something is missing, focus goes to the first of it. */
export function FormDialog({ title, send, busy, danger, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useApp().i18n;
  const form = useId();
  const body = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0) return;
    body.current
      ?.querySelector<HTMLElement>('[aria-invalid], fieldset:has(.ui-field-error, [role=alert]) input')
      ?.focus();
  }, [tries]);
  return (
    <Dialog
      title={title}
      closeLabel={t.close}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant={danger ? 'danger' : 'primary'} type="submit" form={form} busy={busy}>
            {send}
          </Button>
        </>
      }
    >
      <form
        id={form}
        ref={body}
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form of the page that it was opened from is not sent along.
          event.stopPropagation();
          setTries(tries + 1);
          onSubmit();
        }}
      >
        {children}
        <DialogFailure key={tries} />
      </form>
    </Dialog>
  );
}
