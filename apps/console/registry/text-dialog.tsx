import { Button, Dialog, TextareaField, TextField } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** Props of {@link TextDialog}. */
export interface TextDialogProps {
  readonly title: string;
  /** What it means, above the field. */
  readonly text?: string | undefined;
  readonly label: string;
  /** What to say when nothing was written. */
  readonly missing: string;
  readonly send: string;
  readonly maxLength: number;
  readonly value?: string | undefined;
  /** One line instead of several. */
  readonly short?: boolean;
  readonly danger?: boolean;
  readonly busy: boolean;
  /** More to choose, below the field. */
  readonly children?: ComponentChildren;
  readonly onClose: () => void;
  /** Called with what was written, trimmed; also empty where `missing` was told, so that the rest can be checked too. */
  readonly onSend: (text: string) => void;
}

/** Asks for one text: a reason, or a number. */
export function TextDialog(props: TextDialogProps) {
  const { t } = useApp().i18n;
  const [value, setValue] = useState(props.value ?? '');
  const [checked, setChecked] = useState(false);
  const form = useId();
  const Field = props.short ? TextField : TextareaField;
  return (
    <Dialog
      title={props.title}
      closeLabel={t.close}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t.cancel}</Button>
          <Button variant={props.danger ? 'danger' : 'primary'} type="submit" form={form} busy={props.busy}>
            {props.send}
          </Button>
        </>
      }
    >
      <form
        id={form}
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (value.trim()) props.onSend(value.trim());
        }}
      >
        {props.text && <p>{props.text}</p>}
        <Field
          label={props.label}
          value={value}
          onValue={setValue}
          maxLength={props.maxLength}
          autofocus
          required
          error={checked && !value.trim() ? props.missing : undefined}
        />
        {props.children}
      </form>
    </Dialog>
  );
}
