import type { Localised } from '@lotsa/protocol';
import { Checkbox, directionOf, SelectField, TextareaField, TextField } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { languageName } from '../../names/names.ts';
import type { Form } from './form.ts';
import './settings.css';

/** The fields of an item that hold a value of a type. */
type FieldOf<Item, Value> = { [F in keyof Item & string]: Item[F] extends Value ? F : never }[keyof Item &
  string];

interface FieldProps<Item, Value> {
  readonly form: Form<Item>;
  readonly field: FieldOf<Item, Value>;
  readonly label: string;
  readonly hint?: ComponentChildren;
}

/** A part of a form with a heading. */
export function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="settings-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** One line of text. */
export function Text<Item>({
  form,
  field,
  label,
  hint,
  type,
  optional,
}: FieldProps<Item, string> & {
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  readonly optional?: boolean;
}) {
  const { t } = useApp().i18n;
  return (
    <TextField
      label={label}
      hint={hint}
      type={type ?? 'text'}
      optional={optional ? t.optional : undefined}
      value={form.draft[field] as string}
      error={form.errorAt(field)}
      autocomplete="off"
      onValue={(text) => form.set(field, text as Item[typeof field])}
    />
  );
}

/** One line of text, or nothing at all. */
export function TextOrNone<Item>({
  form,
  field,
  label,
  hint,
  type,
}: FieldProps<Item, string | null> & { readonly type?: 'url' | 'date' }) {
  const { t } = useApp().i18n;
  return (
    <TextField
      label={label}
      hint={hint}
      type={type}
      optional={t.optional}
      value={(form.draft[field] as string | null) ?? ''}
      error={form.errorAt(field)}
      onValue={(text) => form.set(field, (text === '' ? null : text) as Item[typeof field])}
    />
  );
}

/** The languages that visitors are met in: those of all sites. */
export function useVisitorLanguages(): readonly string[] {
  const sites = useApp().state.value.directory?.sites ?? [];
  return [...new Set(['sv', ...sites.flatMap(({ languages }) => languages)])];
}

/** A text in several languages; only Swedish must be there. */
export function LocalisedField<Item>({
  form,
  field,
  label,
  hint,
  lines,
  languages,
  none,
}: FieldProps<Item, Localised | null | undefined> & {
  readonly lines?: boolean;
  readonly languages?: readonly string[];
  /** Without any text it is null. */
  readonly none?: boolean;
}) {
  const all = useVisitorLanguages();
  const value = form.draft[field] as Localised | null | undefined;
  return (
    <LocalisedText
      label={label}
      hint={hint}
      lines={lines}
      languages={languages ?? all}
      value={value ?? { sv: '' }}
      optional={none}
      errorAt={(language) => form.errorAt(`${field}.${language}`)}
      onValue={(text) => {
        const empty = none && Object.values(text).every((words) => words === '');
        form.set(field, (empty ? null : text) as Item[typeof field]);
      }}
    />
  );
}

/** The same without a form of its own: part of a list. */
export function LocalisedText({
  label,
  hint,
  lines,
  languages,
  value,
  optional,
  errorAt,
  onValue,
}: {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly lines?: boolean | undefined;
  readonly languages: readonly string[];
  readonly value: Localised;
  readonly optional?: boolean | undefined;
  readonly errorAt: (language: string) => string | undefined;
  readonly onValue: (text: Localised) => void;
}) {
  const { i18n } = useApp();
  const id = useId();
  const Control = lines ? TextareaField : TextField;
  return (
    <div class="settings-localised" role="group" aria-labelledby={id}>
      <p id={id} class="ui-field-label">
        {label}
      </p>
      {hint && <p class="ui-field-hint">{hint}</p>}
      {languages.map((language) => (
        <Control
          key={language}
          label={languageName(language, i18n)}
          optional={language === 'sv' && !optional ? undefined : i18n.t.optional}
          lang={language}
          dir={directionOf(language)}
          value={value[language] ?? ''}
          error={errorAt(language)}
          onValue={(text) => onValue({ ...value, [language]: text })}
        />
      ))}
    </div>
  );
}

/** A list of texts, one on each line. */
export function Lines<Item>({ form, field, label, hint }: FieldProps<Item, string[]>) {
  const list = form.draft[field] as string[];
  const [text, setText] = useState(list.join('\n'));
  const shown = linesOf(text).join('\n') === list.join('\n') ? text : list.join('\n');
  const error = list.map((_line, at) => form.errorAt(`${field}.${at}`)).find((words) => words !== undefined);
  return (
    <TextareaField
      label={label}
      hint={hint}
      value={shown}
      error={form.errorAt(field) ?? error}
      onValue={(written) => {
        setText(written);
        form.set(field, linesOf(written) as Item[typeof field]);
      }}
    />
  );
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A number; `per` of the stored ones make one that is shown (60,000 for milliseconds as minutes). */
export function Amount<Item>({
  form,
  field,
  label,
  hint,
  per = 1,
}: FieldProps<Item, number> & { readonly per?: number }) {
  const value = form.draft[field] as number;
  return (
    <TextField
      class="settings-number"
      label={label}
      hint={hint}
      type="number"
      inputMode="decimal"
      step="any"
      min={0}
      value={Number.isNaN(value) ? '' : String(value / per)}
      error={form.errorAt(field)}
      onValue={(text) =>
        form.set(field, (text === '' ? Number.NaN : Math.round(Number(text) * per)) as Item[typeof field])
      }
    />
  );
}

/** A whole number, or nothing at all. */
export function AmountOrNone<Item>({
  form,
  field,
  label,
  hint,
}: FieldProps<Item, number | null | undefined>) {
  const { t } = useApp().i18n;
  const value = form.draft[field] as number | null | undefined;
  return (
    <TextField
      class="settings-number"
      label={label}
      hint={hint}
      optional={t.optional}
      type="number"
      inputMode="numeric"
      min={0}
      value={value === null || value === undefined ? '' : String(value)}
      error={form.errorAt(field)}
      onValue={(text) => form.set(field, (text === '' ? null : Number(text)) as Item[typeof field])}
    />
  );
}

/** One of several. An empty value is null where `none` names it. */
export function Choice<Item>({
  form,
  field,
  label,
  hint,
  options,
  none,
}: FieldProps<Item, string | null> & {
  readonly options: readonly { value: string; label: string }[];
  readonly none?: string;
}) {
  return (
    <SelectField
      label={label}
      hint={hint}
      value={(form.draft[field] as string | null) ?? ''}
      options={none === undefined ? options : [{ value: '', label: none }, ...options]}
      error={form.errorAt(field)}
      onValue={(value) =>
        form.set(field, (none !== undefined && value === '' ? null : value) as Item[typeof field])
      }
    />
  );
}

/** Any of several. */
export function Several<Item>({
  form,
  field,
  label,
  hint,
  options,
}: FieldProps<Item, string[]> & { readonly options: readonly { value: string; label: string }[] }) {
  const id = useId();
  const chosen = form.draft[field] as string[];
  const error =
    form.errorAt(field) ??
    chosen.map((_one, at) => form.errorAt(`${field}.${at}`)).find((words) => words !== undefined);
  // What is chosen and no longer offered can still be taken away.
  const all = [
    ...options,
    ...chosen
      .filter((one) => !options.some(({ value }) => value === one))
      .map((one) => ({ value: one, label: one })),
  ];
  return (
    <fieldset class="settings-several" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="ui-field-label">{label}</legend>
      {hint && <p class="ui-field-hint">{hint}</p>}
      <div class="settings-checks">
        {all.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            label={name}
            checked={chosen.includes(value)}
            onChecked={(on) =>
              form.set(
                field,
                (on ? [...chosen, value] : chosen.filter((one) => one !== value)) as Item[typeof field],
              )
            }
          />
        ))}
      </div>
      {error && (
        <p class="ui-field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
