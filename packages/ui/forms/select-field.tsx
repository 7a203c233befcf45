import type { PartialSelectHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { Field, type FieldTexts } from './field.tsx';
import './select-field.css';

/** One choice of a {@link SelectField}. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** Props of {@link SelectField}; also every attribute of a native select. */
export interface SelectFieldProps
  extends
    FieldTexts,
    Omit<
      PartialSelectHTMLAttributes<HTMLSelectElement>,
      'role' | 'size' | 'class' | 'label' | 'value' | 'id' | 'onChange'
    > {
  readonly id?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly class?: string | undefined;
}

/** A native select: the best list on a phone and for a screen reader when there are few choices. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  id,
  value,
  onValue,
  options,
  class: className,
  ...rest
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(control) => (
        <select
          {...rest}
          {...control}
          class={classNames('ui-input', 'ui-select', className)}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
