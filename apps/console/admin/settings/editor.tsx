import type { SettingsEntry, SettingsKind } from '@lotsa/protocol';
import { Banner, Button, iconCheck } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../errors/error-text.ts';
import { useUnsaved } from '../../leaving/use-unsaved.tsx';
import type { Texts } from '../../locales/index.ts';
import {
  changedFields,
  type Form,
  isSame,
  type ItemOf,
  mergedOnto,
  type Misfits,
  misfitsOf,
  tidied,
} from './form.ts';
import type { SettingsList } from './use-settings.ts';
import './settings.css';

/** What the fields of a kind are shown by. */
export type Fields<Kind extends SettingsKind> = FunctionComponent<{
  readonly form: Form<ItemOf<Kind>>;
  readonly entry: SettingsEntry<Kind> | null;
}>;

interface EditorProps<Kind extends SettingsKind> {
  readonly kind: Kind;
  readonly list: SettingsList<Kind>;
  /** What is edited; null is something new. */
  readonly entry: SettingsEntry<Kind> | null;
  readonly blank: () => ItemOf<Kind>;
  /** Gives something new its id, and what else follows from what was written. */
  readonly finish: (item: ItemOf<Kind>, taken: readonly string[]) => ItemOf<Kind>;
  readonly fields: Fields<Kind>;
  readonly onSaved: (entry: SettingsEntry<Kind>, isNew: boolean) => void;
}

/** Why the last try was not saved. */
interface Refusal {
  /** Of the fields that are still as they were then. */
  readonly misfits: Misfits;
  readonly words: string;
}

/** A field was changed: what was wrong with it is gone, and with the last of them the whole refusal. */
function withoutField({ misfits, words }: Refusal, field: string): Refusal | null {
  const left = Object.entries(misfits).filter(([path]) => path.split('.')[0] !== field);
  return left.length > 0 ? { misfits: Object.fromEntries(left), words } : null;
}

/** The words of a rule that a field does not pass. */
export function ruleText(t: Texts, rule: string): string {
  const words = (t as unknown as Record<string, unknown>)[`rule_${rule}`];
  return typeof words === 'string' ? words : t.rule_other;
}

/** Edits one item: checked at the field, never overwriting what somebody else has saved meanwhile. */
export function SettingsEditor<Kind extends SettingsKind>(props: EditorProps<Kind>) {
  const { kind, list, entry, fields: FieldsOfKind } = props;
  const { staff, i18n, toasts, announcer } = useApp();
  const { t } = i18n;
  const [base, setBase] = useState(entry);
  const [draft, setDraft] = useState<ItemOf<Kind>>(() => entry?.item ?? props.blank());
  const [start] = useState(() => props.blank());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const page = useRef<HTMLFormElement>(null);
  const before = base?.item ?? start;
  const dirty = !isSame(before, draft);
  const unsaved = useUnsaved(dirty);
  const now = base && list.entries?.find(({ item }) => item.id === base.item.id);
  const conflict = !!base && !!now && now.revision !== base.revision && !busy;
  const gone = !!base && !!list.entries && !now && !busy;

  // Whoever has changed nothing sees at once what others save.
  useEffect(() => {
    if (!conflict || dirty || !now) return;
    setBase(now);
    setDraft(now.item);
  }, [conflict, dirty, now]);
  // Before anything else can be typed: focus is where the words are said.
  useLayoutEffect(() => {
    if (tries > 0) page.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus();
  }, [tries]);

  const form: Form<ItemOf<Kind>> = {
    draft,
    isNew: !base,
    set(field, value) {
      setDraft((was) => ({ ...was, [field]: value }));
      setRefusal((was) => was && withoutField(was, String(field)));
    },
    errorAt: (path) => {
      const rule = refusal?.misfits[path];
      return rule === undefined ? undefined : ruleText(t, rule);
    },
    isWrongIn: (path) =>
      Object.keys(refusal?.misfits ?? {}).some((wrong) => `${wrong}.`.startsWith(`${path}.`)),
  };

  const refuse = (misfits: Misfits) => {
    setRefusal({ misfits, words: t.settingsWrong({ n: Object.keys(misfits).length }) });
    setTries((n) => n + 1);
  };

  async function save(event: Event) {
    event.preventDefault();
    if (busy) return;
    const taken = (list.entries ?? []).map(({ item }) => item.id);
    const item = tidied(base ? draft : props.finish(draft, taken));
    const wrong = misfitsOf(kind, item);
    if (Object.keys(wrong).length > 0) return refuse(wrong);
    setBusy(true);
    setRefusal(null);
    const answer = await staff.settings.put(kind, item, base?.revision ?? null);
    if (!answer.ok) {
      const { error } = answer;
      if (error.code === 'changed_meanwhile') await list.reload();
      setBusy(false);
      if (error.code === 'invalid_payload') return refuse({ [error.data.field]: error.data.rule });
      if (error.code === 'changed_meanwhile') return announcer.assertive(errorText(i18n, error));
      setRefusal({ misfits: {}, words: errorText(i18n, error) });
      return;
    }
    await list.reload();
    const isNew = !base;
    setBase(answer.value);
    setDraft(answer.value.item);
    setBusy(false);
    toasts.show({ text: t.settingsSaved });
    if (!unsaved.forget()) props.onSaved(answer.value, isNew);
  }

  return (
    <form ref={page} class="settings-form" noValidate onSubmit={(event) => void save(event)}>
      {unsaved.question}
      {conflict && dirty && now && (
        <Banner
          tone="warn"
          title={t.conflictTitle}
          announce
          action={
            <span class="settings-actions">
              <Button
                onClick={() => {
                  setDraft(mergedOnto(draft, before, now.item));
                  setBase(now);
                }}
              >
                {t.conflictMerge}
              </Button>
              <Button
                variant="quiet"
                onClick={() => {
                  setBase(now);
                  setDraft(now.item);
                }}
              >
                {t.conflictTheirs}
              </Button>
            </span>
          }
        >
          {t.conflictText({ fields: fieldNames(t, changedFields(before, now.item)) })}
        </Banner>
      )}
      {gone && <Banner tone="warn">{t.settingsGone}</Banner>}
      <FieldsOfKind form={form} entry={base} />
      {refusal && (
        <div data-problem tabIndex={-1}>
          <Banner tone="error" announce>
            {refusal.words}
          </Banner>
        </div>
      )}
      <div class="settings-save">
        <Button type="submit" variant="primary" icon={iconCheck} busy={busy} disabled={conflict && dirty}>
          {base ? t.settingsSave : t.settingsCreate}
        </Button>
        {dirty && base && (
          <Button
            variant="quiet"
            onClick={() => {
              setDraft(before);
              setRefusal(null);
            }}
          >
            {t.settingsUndo}
          </Button>
        )}
        <span class="settings-state">{dirty ? t.settingsDirty : base ? t.settingsClean : ''}</span>
      </div>
    </form>
  );
}

/** What fields are called, for who must choose between two states of them. */
function fieldNames(t: Texts, fields: readonly string[]): string {
  const words = t as unknown as Record<string, unknown>;
  return fields
    .map((field) => (typeof words[`field_${field}`] === 'string' ? words[`field_${field}`] : field))
    .join(', ');
}
