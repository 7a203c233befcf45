import type { Form as FormItem, FormField } from '@lotsa/protocol';
import { LIMITS } from '@lotsa/protocol';
import { Badge, Button, IconButton, iconDown, iconPlus, iconTrash, iconUp, SelectField } from '@lotsa/ui';
import { useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { inLanguage } from '../../names/names.ts';
import { Group } from '../settings/fields.tsx';
import type { Form } from '../settings/form.ts';
import { withoutStray } from './conditions.ts';
import { FieldEditor } from './field-editor.tsx';
import { ADDABLE, type Addable, newField } from './ready-fields.ts';

/** The fields of a form, in the order that they are asked in. */
export function FieldList({ form }: { readonly form: Form<FormItem> }) {
  const { i18n, announcer } = useApp();
  const { t, lang } = i18n;
  const { fields } = form.draft;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<Addable>('text');
  const list = useRef<HTMLOListElement>(null);
  const set = (next: readonly FormField[]) => form.set('fields', withoutStray(next));
  const nameOf = (field: FormField, at: number) =>
    inLanguage(field.label, lang) || t.formFieldNo({ n: at + 1 });
  const toggle = (name: string, on: boolean) =>
    setOpen((was) => new Set(on ? [...was, name] : [...was].filter((one) => one !== name)));

  const move = (field: FormField, at: number, by: -1 | 1) => {
    const next = fields.filter((one) => one !== field);
    next.splice(at + by, 0, field);
    set(next);
    announcer.polite(t.formMoved({ what: nameOf(field, at), n: at + by + 1 }));
  };
  const add = () => {
    const field = newField(adding, fields);
    set([...fields, field]);
    toggle(field.name, true);
    // Whoever adds goes on in what was added, once it is there.
    setTimeout(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };

  return (
    <Group title={t.formFields}>
      <p class="ui-field-hint">{t.formFieldsHint}</p>
      {form.errorAt('fields') && (
        <p class="ui-field-error" data-problem tabIndex={-1}>
          {form.errorAt('fields')}
        </p>
      )}
      <ol ref={list} class="form-fields">
        {fields.map((field, at) => {
          const name = nameOf(field, at);
          const wrong = form.isWrongIn(`fields.${at}`);
          return (
            <li key={field.name}>
              <details
                open={open.has(field.name) || wrong}
                onToggle={(event) => toggle(field.name, event.currentTarget.open)}
              >
                <summary>
                  <span class="form-field-name">{name}</span>{' '}
                  <span class="form-field-type">{t[`formType_${field.type}`]}</span>{' '}
                  {field.required && <Badge>{t.formRequired}</Badge>}
                  {field.showIf && <Badge>{t.formConditional}</Badge>}
                </summary>
                <FieldEditor
                  form={form}
                  at={at}
                  onField={(next) => set(fields.map((one, index) => (index === at ? next : one)))}
                />
              </details>
              <span class="form-field-tools">
                <IconButton
                  icon={iconUp}
                  label={t.formUp({ what: name })}
                  disabled={at === 0}
                  onClick={() => move(field, at, -1)}
                />
                <IconButton
                  icon={iconDown}
                  label={t.formDown({ what: name })}
                  disabled={at === fields.length - 1}
                  onClick={() => move(field, at, 1)}
                />
                <IconButton
                  icon={iconTrash}
                  label={t.formFieldRemove({ what: name })}
                  onClick={() => {
                    set(fields.filter((one) => one !== field));
                    announcer.polite(t.formFieldRemoved({ what: name }));
                  }}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {fields.length < LIMITS.formFields && (
        <div class="form-add">
          <SelectField
            label={t.formAddWhat}
            value={adding}
            options={ADDABLE.map((value) => ({ value, label: t[`formAdd_${value}`] }))}
            onValue={(value) => setAdding(value as Addable)}
          />
          <Button icon={iconPlus} onClick={add}>
            {t.formAdd}
          </Button>
        </div>
      )}
    </Group>
  );
}
