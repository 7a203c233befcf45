import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** The words around a control. */
export interface FieldTexts {
  readonly label: string;
  /** Help that is there from the start, such as a format. */
  readonly hint?: ComponentChildren;
  /** What is wrong and how to put it right (WCAG 3.3.1, 3.3.3). Its presence makes the control invalid. */
  readonly error?: string | undefined;
  /** The word shown after the label of a field that may be left empty, e.g. "valfritt". */
  readonly optional?: string | undefined;
}

/** The attributes that tie a control to its label, hint and error. Spread them on the control. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Props of {@link Field}. */
export interface FieldProps extends FieldTexts {
  /** An id of your own, for instance to move focus to a wrong field. */
  readonly id?: string | undefined;
  readonly children: (control: FieldControl) => VNode;
}

/** Label, hint and error around one control. */
export function Field({ label, hint, error, optional, id: ownId, children }: FieldProps) {
  const madeId = useId();
  const id = ownId ?? madeId;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="ui-field">
      <label class="ui-field-label" for={id}>
        {label}
        {optional && <span class="ui-field-optional"> ({optional})</span>}
      </label>
      {hint && (
        <p class="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The error line under a control or a group. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <p class="ui-field-error" id={id}>
      {children}
    </p>
  );
}
