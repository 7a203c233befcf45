import { FileType, type Form as FormItem, type FormField, LIMITS } from '@lotsa/protocol';
import { Checkbox, SelectField, TextField } from '@lotsa/ui';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import { LocalisedText, useVisitorLanguages } from '../settings/fields.tsx';
import type { Form } from '../settings/form.ts';
import { conditionKey, conditionOf, conditionOptions } from './conditions.ts';
import { OptionList } from './option-list.tsx';
import { FIELD_TYPES, fieldOfType } from './ready-fields.ts';

const MB = 1024 * 1024;

interface FieldEditorProps {
  readonly form: Form<FormItem>;
  /** Its place in the form. */
  readonly at: number;
  readonly onField: (field: FormField) => void;
}

/** Everything that one field is made of. */
export function FieldEditor({ form, at, onField }: FieldEditorProps) {
  const { i18n } = useApp();
  const { t, lang } = i18n;
  const languages = useVisitorLanguages();
  const { fields } = form.draft;
  const field = fields[at];
  if (!field) return null;
  const error = (path: string) => form.errorAt(`fields.${at}.${path}`);
  // Of one type a part of it is of that type: the union cannot say so.
  const change = (next: object) => onField({ ...field, ...next });
  const without = (part: string) =>
    onField(Object.fromEntries(Object.entries(field).filter(([key]) => key !== part)) as FormField);
  const { name, label, help, required, showIf, requireOneOf } = field;
  return (
    <div class="form-field-body">
      <LocalisedText
        label={t.formLabel}
        languages={languages}
        value={label}
        errorAt={(language) => error(`label.${language}`)}
        onValue={(text) => change({ label: text })}
      />
      <SelectField
        label={t.formType}
        value={field.type}
        options={FIELD_TYPES.map((value) => ({ value, label: t[`formType_${value}`] }))}
        onValue={(type) => {
          const common = { name, label, required };
          onField({
            ...fieldOfType(type as FormField['type'], common),
            ...(help ? { help } : {}),
            ...(showIf ? { showIf } : {}),
            ...(requireOneOf ? { requireOneOf } : {}),
          });
        }}
      />
      <Checkbox label={t.formMust} checked={required} onChecked={(on) => change({ required: on })} />
      <TypeFields field={field} error={error} change={change} without={without} />
      <LocalisedText
        label={t.formHelp}
        languages={languages}
        value={help ?? { sv: '' }}
        optional
        errorAt={(language) => error(`help.${language}`)}
        onValue={(text) =>
          Object.values(text).every((words) => words.trim() === '') ? without('help') : change({ help: text })
        }
      />
      <SelectField
        label={t.formShown}
        value={conditionKey(showIf)}
        options={conditionOptions(fields, field, t, lang)}
        onValue={(key) => {
          const condition = conditionOf(key);
          return condition ? change({ showIf: condition }) : without('showIf');
        }}
      />
      {field.type !== 'boolean' && (
        <fieldset class="settings-several">
          <legend class="ui-field-label">{t.formOneOf}</legend>
          <p class="ui-field-hint">{t.formOneOfHint}</p>
          <div class="settings-checks">
            {fields.map((other) => (
              <Checkbox
                key={other.name}
                label={inLanguage(other.label, lang) || other.name}
                checked={requireOneOf?.includes(other.name) ?? false}
                onChecked={(on) => {
                  const rest = (requireOneOf ?? []).filter((one) => one !== other.name);
                  const next = on ? [...rest, other.name] : rest;
                  return next.length > 0 ? change({ requireOneOf: next }) : without('requireOneOf');
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

interface TypeFieldsProps {
  readonly field: FormField;
  readonly error: (path: string) => string | undefined;
  readonly change: (part: object) => void;
  readonly without: (part: string) => void;
}

/** What only fields of a type have. */
function TypeFields({ field, error, change, without }: TypeFieldsProps) {
  const { t } = useApp().i18n;
  switch (field.type) {
    case 'text':
    case 'textarea':
      return (
        <>
          <TextField
            class="settings-number"
            label={t.formMaxLength}
            optional={t.optional}
            type="number"
            min={1}
            max={LIMITS.text}
            value={
              field.maxLength === undefined || Number.isNaN(field.maxLength) ? '' : String(field.maxLength)
            }
            error={error('maxLength')}
            onValue={(text) => (text === '' ? without('maxLength') : change({ maxLength: Number(text) }))}
          />
          {field.type === 'text' && (
            <SelectField
              label={t.formMeans}
              hint={t.formMeansHint}
              value={field.autocomplete ?? ''}
              options={[
                { value: '', label: t.formMeans_none },
                { value: 'name', label: t.formMeans_name },
                { value: 'street-address', label: t.formMeans_address },
              ]}
              onValue={(value) => (value === '' ? without('autocomplete') : change({ autocomplete: value }))}
            />
          )}
        </>
      );
    case 'boolean':
      return (
        <TextField
          label={t.formUrgent}
          hint={t.formUrgentHint}
          optional={t.optional}
          type="tel"
          value={field.onTrue?.showUrgentPhone ?? ''}
          error={error('onTrue.showUrgentPhone')}
          onValue={(phone) =>
            phone === '' ? without('onTrue') : change({ onTrue: { showUrgentPhone: phone } })
          }
        />
      );
    case 'radio':
      return (
        <OptionList options={field.options} error={error} onOptions={(options) => change({ options })} />
      );
    case 'select':
      return (
        <>
          <Checkbox
            label={t.formDepartments}
            hint={t.formDepartmentsHint}
            checked={field.optionsFrom === 'departments'}
            onChecked={(on) =>
              on ? change({ options: [], optionsFrom: 'departments' }) : without('optionsFrom')
            }
          />
          {field.optionsFrom === undefined && (
            <OptionList options={field.options} error={error} onOptions={(options) => change({ options })} />
          )}
        </>
      );
    case 'file':
      return (
        <>
          <fieldset class="settings-several">
            <legend class="ui-field-label">{t.formAccept}</legend>
            <div class="settings-checks">
              {FileType.options.map((type) => (
                <Checkbox
                  key={type}
                  label={t[`formFile_${type}`]}
                  checked={field.accept.includes(type)}
                  onChecked={(on) =>
                    change({
                      accept: FileType.options.filter((one) =>
                        one === type ? on : field.accept.includes(one),
                      ),
                    })
                  }
                />
              ))}
            </div>
            {error('accept') && <p class="ui-field-error">{error('accept')}</p>}
          </fieldset>
          <TextField
            class="settings-number"
            label={t.formMaxFiles}
            type="number"
            min={1}
            max={LIMITS.filesOfField}
            value={Number.isNaN(field.maxFiles) ? '' : String(field.maxFiles)}
            error={error('maxFiles')}
            onValue={(text) => change({ maxFiles: text === '' ? Number.NaN : Number(text) })}
          />
          <TextField
            class="settings-number"
            label={t.formMaxMegabytes}
            type="number"
            min={1}
            max={LIMITS.fileBytes / MB}
            value={Number.isNaN(field.maxBytes) ? '' : String(Math.round((field.maxBytes / MB) * 100) / 100)}
            error={error('maxBytes')}
            onValue={(text) => change({ maxBytes: text === '' ? Number.NaN : Math.round(Number(text) * MB) })}
          />
        </>
      );
    default:
      return null;
  }
}
