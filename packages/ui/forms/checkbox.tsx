import type { ComponentChildren, PartialInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import './choice.css';

/** Props of {@link Checkbox}; also every attribute of a native checkbox. */
export interface CheckboxProps extends Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'class' | 'label' | 'checked' | 'type' | 'role' | 'onChange'
> {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

/** A native checkbox whose whole row is the target. */
export function Checkbox({ label, hint, checked, onChecked, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <label class="ui-choice">
      <input
        {...rest}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && (
          <span class="ui-choice-hint" id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
