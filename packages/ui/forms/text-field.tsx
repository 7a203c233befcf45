import type { InputHTMLAttributes, PartialInputHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { Field, type FieldTexts } from './field.tsx';
import './input.css';

/** Props of {@link TextField}; also every attribute of a native input. */
export interface TextFieldProps
  extends
    FieldTexts,
    Omit<
      PartialInputHTMLAttributes<HTMLInputElement>,
      'type' | 'role' | 'list' | 'class' | 'label' | 'value' | 'id' | 'onInput'
    > {
  readonly id?: string | undefined;
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'search'
    | 'password'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'time'
    | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly class?: string | undefined;
}

/** One line of text. Say `type` and `autocomplete` where they fit (WCAG 1.3.5). */
export function TextField({
  label,
  hint,
  error,
  optional,
  id,
  onValue,
  class: className,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(control) => (
        <input
          // Preact's union over 23 types cannot be narrowed by a variable one.
          {...(rest as InputHTMLAttributes)}
          {...control}
          class={classNames('ui-input', className)}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
