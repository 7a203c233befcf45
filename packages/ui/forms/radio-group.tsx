import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldError } from './field.tsx';
import './choice.css';
import './radio-group.css';

/** One choice of a {@link RadioGroup}. */
export interface RadioOption<V extends string = string> {
  readonly value: V;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
}

/** Props of {@link RadioGroup}. */
export interface RadioGroupProps<V extends string = string> {
  readonly legend: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly options: readonly RadioOption<V>[];
  readonly value: V | undefined;
  readonly onValue: (value: V) => void;
}

/** One of a few, all seen at once. Native radio buttons: the browser does the arrow keys. */
export function RadioGroup<V extends string>({
  legend,
  hint,
  error,
  options,
  value,
  onValue,
}: RadioGroupProps<V>) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class="ui-radio-group" aria-describedby={described || undefined}>
      <legend class="ui-field-label">{legend}</legend>
      {hint && (
        <p class="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="ui-choice">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <span class="ui-choice-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
