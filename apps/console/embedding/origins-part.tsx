import type { Me, Site } from '@lotsa/protocol';
import { Button, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { useUnsaved } from '../leaving/use-unsaved.tsx';
import { checkOrigin, originOf } from './origins.ts';

/** Which pages may embed a site: to look at, to try an address, and for an administrator to change. */
export function OriginsPart({ me, site }: { readonly me: Me; readonly site: Site }) {
  const { t } = useApp().i18n;
  const [address, setAddress] = useState('');
  const answer = address.trim() ? checkOrigin(site, address) : null;
  const origin = originOf(address) ?? '';
  return (
    <section class="embed-origins" aria-labelledby="embed-origins">
      <h3 id="embed-origins">{t.embedOrigins}</h3>
      {me.role === 'administrator' ? (
        <OriginsEditor key={site.allowedOrigins.join(' ')} site={site} />
      ) : site.allowedOrigins.length === 0 ? (
        <p>{t.embedOriginsNone}</p>
      ) : (
        <>
          <p>{t.embedOriginsText}</p>
          <ul dir="ltr">
            {site.allowedOrigins.map((allowed) => (
              <li key={allowed}>
                <code>{allowed}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField
        type="url"
        label={t.embedCheck}
        hint={t.embedCheckHint}
        value={address}
        autocomplete="off"
        onValue={setAddress}
      />
      <p role="status" data-answer={answer ?? undefined}>
        {answer === 'notAnAddress'
          ? t.embedCheck_notAnAddress
          : answer && t[`embedCheck_${answer}`]({ origin })}
      </p>
    </section>
  );
}

/** The allowed origins as lines. The relay checks them again, and writes an audit entry (rule P7). */
function OriginsEditor({ site }: { readonly site: Site }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const { busy, act } = useAct();
  const before = site.allowedOrigins.join('\n');
  const [lines, setLines] = useState(before);
  const [error, setError] = useState<string>();
  const changed = lines !== before;
  const unsaved = useUnsaved(changed);

  async function save() {
    const written = lines.split('\n').flatMap((line) => line.trim() || []);
    const wrong = written.find((line) => originOf(line) === null);
    if (wrong !== undefined) return setError(t.embedOriginWrong({ line: wrong }));
    if (written.length > 50) return setError(t.embedOriginsMany);
    setError(undefined);
    const allowedOrigins = [...new Set(written.flatMap((line) => originOf(line) ?? []))];
    const done = await act(async () => {
      const listed = await staff.settings.list('sites');
      if (!listed.ok) return listed;
      const entry = listed.value.find(({ item }) => item.id === site.id);
      if (!entry) return { ok: false, error: { code: 'not_found', data: {} } };
      return staff.settings.put('sites', { ...entry.item, allowedOrigins }, entry.revision);
    }, t.embedOriginsSaved);
    if (done) setLines(allowedOrigins.join('\n'));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {unsaved.question}
      <TextareaField
        label={t.embedOriginsEdit}
        hint={t.embedOriginsHint}
        error={error}
        value={lines}
        rows={4}
        spellcheck={false}
        dir="ltr"
        onValue={setLines}
      />
      <Button type="submit" busy={busy} disabled={!changed}>
        {t.embedOriginsSave}
      </Button>
    </form>
  );
}
