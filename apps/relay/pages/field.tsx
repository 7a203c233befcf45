import type { FieldError, FileRef, FormField } from '@lotsa/protocol';
import type { ComponentChildren } from 'preact';
import { errorText } from './errors.tsx';
import type { Language } from './words/index.ts';

/** What a field is shown with. */
export interface FieldProps {
  field: FormField;
  language: Language;
  value: string | boolean | undefined;
  /** Files of this field that were taken already. */
  files: readonly FileRef[];
  error: FieldError | undefined;
  departments: readonly { value: string; label: string }[];
}

/** The id of a field's control: what an error at the top leads to. */
export const controlId = (name: string): string => `field-${name}`;

/** One field: label, help, error and control, in the order they are read. */
export function Field(props: FieldProps) {
  const { field, language, error } = props;
  const { words, say } = language;
  const id = controlId(field.name);
  const help = [
    field.help ? say(field.help) : null,
    field.type === 'file' ? words.fileLimit(field.maxFiles, Math.floor(field.maxBytes / 1024 / 1024)) : null,
  ].filter((text) => text !== null);
  const described = [help.length > 0 && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const label = (
    <>
      {say(field.label)}
      {!field.required && field.type !== 'boolean' && (
        <span class="ui-field-optional"> ({words.optional})</span>
      )}
    </>
  );
  const notes = (
    <>
      {help.length > 0 && (
        <p class="ui-field-hint" id={`${id}-help`}>
          {help.join(' ')}
        </p>
      )}
      {error && (
        <p class="ui-field-error" id={`${id}-error`}>
          {errorText(error, words)}
        </p>
      )}
    </>
  );
  const common = {
    id,
    name: field.name,
    required: field.required,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
  if (field.type === 'radio') {
    return (
      <fieldset class="ui-field" aria-describedby={described || undefined}>
        <legend class="ui-field-label">{label}</legend>
        {notes}
        {field.options.map((option, i) => (
          <label class="ui-choice">
            <input
              type="radio"
              id={i === 0 ? id : `${id}-${option.value}`}
              name={field.name}
              value={option.value}
              checked={props.value === option.value}
              required={field.required}
            />
            <span>{say(option.label)}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  if (field.type === 'boolean') {
    return (
      <div class="ui-field">
        <label class="ui-choice">
          <input {...common} type="checkbox" value="true" checked={props.value === true} />
          <span>{label}</span>
        </label>
        {notes}
      </div>
    );
  }
  return (
    <div class="ui-field">
      <label class="ui-field-label" for={id}>
        {label}
      </label>
      {notes}
      <Control {...props} common={common} />
    </div>
  );
}

interface Common {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

function Control({
  field,
  value,
  files,
  language,
  departments,
  common,
}: FieldProps & { common: Common }): ComponentChildren {
  const { words, say } = language;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'textarea':
      return (
        <textarea {...common} class="ui-input" rows={6} dir="auto">
          {/* HTML takes away the first line break of a text area (13.2.6.4.7). */}
          {`\n${text}`}
        </textarea>
      );
    case 'select': {
      const options: readonly { value: string; label: string }[] = field.optionsFrom
        ? departments
        : field.options.map((option) => ({ value: option.value, label: say(option.label) }));
      return (
        <select {...common} class="ui-input">
          <option value="">{words.choose}</option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === text}>
              {option.label}
            </option>
          ))}
        </select>
      );
    }
    case 'file':
      return (
        <>
          {files.length > 0 && (
            <fieldset class="taken">
              <legend>{words.filesTaken}</legend>
              {files.map((file) => (
                <label class="ui-choice">
                  <input type="checkbox" name={`kept-${field.name}`} value={file.id} checked />
                  <bdi>{file.name}</bdi>
                </label>
              ))}
            </fieldset>
          )}
          <input
            {...common}
            type="file"
            class="ui-input"
            accept={field.accept.join(',')}
            multiple={field.maxFiles > 1}
          />
        </>
      );
    case 'radio':
    case 'boolean':
      return null;
    default: {
      const autocomplete = field.autocomplete ? { autocomplete: field.autocomplete } : {};
      const input = { ...common, ...autocomplete, class: 'ui-input', value: text };
      if (field.type === 'email') return <input {...input} type="email" dir="ltr" />;
      if (field.type === 'tel') return <input {...input} type="tel" dir="ltr" />;
      if (field.type === 'date') return <input {...input} type="date" />;
      if (field.type === 'datetime') return <input {...input} type="datetime-local" />;
      return <input {...input} type="text" dir="auto" />;
    }
  }
}
