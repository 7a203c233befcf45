import type { PartialSelectHTMLAttributes } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon } from '../icons/icon.tsx';
import { iconDown } from '../icons/message-paths.ts';
import { Field, type FieldTexts } from './field.tsx';
import './input.css';
import './picker.css';

/** One choice of a {@link SelectField}. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Of the label, when it is not the page's (WCAG 3.1.2). */
  readonly lang?: string | undefined;
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
        <div class="ui-picker">
          <select
            {...rest}
            {...control}
            class={classNames('ui-input', className)}
            value={value}
            onChange={(event) => onValue(event.currentTarget.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} lang={option.lang} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon of={iconDown} />
        </div>
      )}
    </Field>
  );
}
