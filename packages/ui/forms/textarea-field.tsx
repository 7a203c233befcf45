import { AutoTextarea, type AutoTextareaProps } from './auto-textarea.tsx';
import { Field, type FieldTexts } from './field.tsx';

/** Props of {@link TextareaField}; also every attribute of a native textarea. */
export interface TextareaFieldProps extends FieldTexts, Omit<AutoTextareaProps, 'label' | 'id'> {
  readonly id?: string | undefined;
}

/** Several lines of text in a form, with label, hint and error. */
export function TextareaField({ label, hint, error, optional, id, ...rest }: TextareaFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(control) => <AutoTextarea rows={3} {...rest} {...control} />}
    </Field>
  );
}
