import type { ErrorAnswer, ImportAnswer, ImportRequest } from '@lotsa/protocol';
import { Badge, Banner, Button, Field, iconDownload, RadioGroup, type Tone } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../errors/error-text.ts';
import { request } from '../../fetching/request.ts';
import { ProvedDownload } from '../../security/proved-download.tsx';
import { Group } from '../settings/fields.tsx';
import { ruleText } from '../settings/editor.tsx';
import '@lotsa/ui/file-input.css';
import '../settings/settings.css';

const ADDRESS = '/api/settings/file';
const TONES: Record<'new' | 'changed' | 'gone', Tone> = { new: 'ok', changed: 'accent', gone: 'danger' };

/** Everything that is set up, as a file: out, and in after a look at what it would do. */
export function TransferScreen() {
  const { i18n, toasts } = useApp();
  const { t } = i18n;
  const [file, setFile] = useState<Record<string, unknown> | null>(null);
  const [mode, setMode] = useState<ImportRequest['mode']>('merge');
  const [plan, setPlan] = useState<ImportAnswer | null>(null);
  const [error, setError] = useState<ErrorAnswer | 'unreadable' | null>(null);
  const [busy, setBusy] = useState(false);

  async function ask(given: Record<string, unknown>, how: ImportRequest['mode'], named: string | null) {
    setBusy(true);
    setError(null);
    const body: ImportRequest = { file: given, mode: how, plan: named };
    const answer = await request<ImportAnswer>('POST', ADDRESS, body);
    setBusy(false);
    if (!answer.ok) {
      setPlan(null);
      return setError(answer.error);
    }
    if (answer.value.applied) {
      setPlan(null);
      setFile(null);
      return toasts.show({ text: t.importDone({ n: answer.value.changes.length }) });
    }
    return setPlan(answer.value);
  }
  const choose = async (chosen: File | undefined) => {
    setPlan(null);
    setFile(null);
    if (!chosen) return;
    try {
      const read = JSON.parse(await chosen.text()) as Record<string, unknown>;
      setFile(read);
      await ask(read, mode, null);
    } catch {
      setError('unreadable');
    }
  };

  return (
    <div class="settings-form">
      <Group title={t.exportTitle}>
        <p>{t.exportText}</p>
        <div>
          <ProvedDownload href={ADDRESS}>{t.exportDo}</ProvedDownload>
        </div>
      </Group>
      <Group title={t.importTitle}>
        <p>{t.importText}</p>
        <RadioGroup
          legend={t.importMode}
          value={mode}
          options={[
            { value: 'merge', label: t.importMerge, hint: t.importMergeHint },
            { value: 'replace', label: t.importReplace, hint: t.importReplaceHint },
          ]}
          onValue={(value) => {
            setMode(value);
            if (file) void ask(file, value, null);
          }}
        />
        <Field label={t.importFile}>
          {(control) => (
            <input
              {...control}
              class="ui-input"
              type="file"
              accept="application/json,.json"
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
        {error && <ImportError error={error} />}
        {plan && file && <Plan plan={plan} busy={busy} onApply={() => void ask(file, mode, plan.plan)} />}
      </Group>
    </div>
  );
}

function ImportError({ error }: { readonly error: ErrorAnswer | 'unreadable' }) {
  const { i18n } = useApp();
  const { t } = i18n;
  if (error === 'unreadable')
    return (
      <Banner tone="error" announce>
        {t.importUnreadable}
      </Banner>
    );
  if (error.code !== 'invalid_form')
    return (
      <Banner tone="error" announce>
        {errorText(i18n, error)}
      </Banner>
    );
  return (
    <Banner tone="error" title={t.importWrong} announce>
      <ul>
        {error.data.fields.map(({ field, rule }) => (
          <li key={field}>
            <code>{field}</code>: {ruleText(t, rule)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Plan({
  plan,
  busy,
  onApply,
}: {
  readonly plan: ImportAnswer;
  readonly busy: boolean;
  readonly onApply: () => void;
}) {
  const { t } = useApp().i18n;
  const { changes, unchanged } = plan;
  if (changes.length === 0)
    return (
      <Banner tone="ok" announce>
        {t.importNothing({ n: unchanged })}
      </Banner>
    );
  return (
    <>
      <p role="alert" aria-live="polite">
        {t.importPlan({ n: changes.length, unchanged })}
      </p>
      <ul class="settings-list settings-plan">
        {changes.map(({ kind, id, change, fields }) => (
          <li key={`${kind}:${id}`} class="settings-row">
            <span class="settings-row-title">
              {t[`kind_${kind}`]}: {id}
            </span>
            <span class="settings-row-about">{fields.join(', ')}</span>
            <span class="settings-row-badges">
              <Badge tone={TONES[change]}>{t[`import_${change}`]}</Badge>
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="primary" icon={iconDownload} busy={busy} onClick={onApply}>
          {t.importApply({ n: changes.length })}
        </Button>
      </div>
    </>
  );
}
