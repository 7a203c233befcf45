import { TextareaField, TextField } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FormDialog } from './form-dialog.tsx';

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
  /** Called at each try, so that what is in `children` can be checked too. */
  readonly onTry?: () => void;
  /** Called with what was written, trimmed; not when nothing was. */
  readonly onSend: (text: string) => void;
}

/** Asks for one text: a reason, or a number. */
export function TextDialog(props: TextDialogProps) {
  const [value, setValue] = useState(props.value ?? '');
  const [checked, setChecked] = useState(false);
  const Field = props.short ? TextField : TextareaField;
  return (
    <FormDialog
      title={props.title}
      send={props.send}
      busy={props.busy}
      danger={props.danger ?? false}
      onClose={props.onClose}
      onSubmit={() => {
        setChecked(true);
        props.onTry?.();
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
    </FormDialog>
  );
}
