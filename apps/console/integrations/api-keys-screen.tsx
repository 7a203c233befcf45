import { type ApiKey, ApiScope } from '@lotsa/protocol';
import { Button, Checkbox, EmptyState, iconLock, iconPlus, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { ruleText } from '../admin/settings/editor.tsx';
import { Group } from '../admin/settings/fields.tsx';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { errorText } from '../errors/error-text.ts';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { ListingRow } from '../listing/listing-row.tsx';
import '../listing/listing.css';
import { useProof } from '../security/use-proof.tsx';
import { SecretOnce } from './secret-once.tsx';
import './integrations.css';

/** Keys by which other systems use the API. */
export function ApiKeysScreen() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const known = useAnswer(() => staff.ask('api-keys:list', {}));
  const [open, setOpen] = useState<ApiKey | 'new' | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const { busy, act } = useAct();

  const revoke = async (id: string): Promise<void> => {
    if (!(await act(() => staff.ask('api-key:revoke', { id }), t.apiKeyRevoked))) return;
    setOpen(null);
    await known.load();
  };
  return (
    <div class="listing">
      <div class="integration-do">
        <Button variant="primary" icon={iconPlus} onClick={() => setOpen('new')}>
          {t.apiKeyNew}
        </Button>
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          {t.apiKeysDocs}
        </a>
      </div>
      <Fetched of={known} failed={t.apiKeysFailed}>
        {({ keys }) =>
          keys.length === 0 ? (
            <EmptyState icon={iconLock} title={t.apiKeysNone}>
              {t.apiKeysNoneText}
            </EmptyState>
          ) : (
            <ul class="listing-items" aria-label={t.apiKeys}>
              {keys.map((key) => (
                <KeyRow key={key.id} of={key} onRevoke={() => setOpen(key)} />
              ))}
            </ul>
          )
        }
      </Fetched>
      {open === 'new' && (
        <NewKey
          onClose={() => setOpen(null)}
          onMade={(made) => {
            setOpen(null);
            setToken(made);
            void known.load();
          }}
        />
      )}
      {open !== null && open !== 'new' && (
        <FormDialog
          title={t.apiKeyRevokeTitle}
          send={t.apiKeyRevoke}
          danger
          busy={busy}
          onSubmit={() => void revoke(open.id)}
          onClose={() => setOpen(null)}
        >
          <p>
            <strong>{open.name}</strong>
          </p>
          <p>{t.apiKeyRevokeText}</p>
        </FormDialog>
      )}
      {token !== null && <SecretOnce label={t.secretOnceKey} secret={token} onClose={() => setToken(null)} />}
    </div>
  );
}

function KeyRow({ of, onRevoke }: { readonly of: ApiKey; readonly onRevoke: () => void }) {
  const { t, formats } = useApp().i18n;
  const { name, scopes, hint, createdAt, by, expiresAt, lastUsedAt, revokedAt } = of;
  const expired = expiresAt !== null && expiresAt <= Date.now();
  const state = revokedAt !== null ? 'revoked' : expired ? 'expired' : 'good';
  return (
    <ListingRow
      title={
        <>
          <strong>{name}</strong>{' '}
          <code class="integration-note" dir="ltr">
            {hint}…
          </code>
        </>
      }
      tone={state === 'good' ? 'ok' : 'neutral'}
      state={t[`apiKeyState_${state}`]}
      where={
        <>
          <span>{t.apiKeyMadeBy({ name: by.name, when: formats.date(createdAt) })}</span>
          {expiresAt !== null && <span>{t.apiKeyUntil({ when: formats.date(expiresAt) })}</span>}
          <span>
            {lastUsedAt === null ? t.apiKeyUnused : t.apiKeyUsed({ when: formats.dayTime(lastUsedAt) })}
          </span>
        </>
      }
      actions={
        state === 'good' && (
          <Button aria-label={t.apiKeyRevokeOf({ name })} onClick={onRevoke}>
            {t.apiKeyRevoke}
          </Button>
        )
      }
    >
      <ul class="integration-scopes">
        {scopes.map((scope) => (
          <li key={scope}>{t[`apiScope_${scope}`]}</li>
        ))}
      </ul>
    </ListingRow>
  );
}

function NewKey({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
}) {
  const { staff, i18n, toasts } = useApp();
  const { t } = i18n;
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>([]);
  const [until, setUntil] = useState('');
  const [wrong, setWrong] = useState<{ field: string; rule: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const { withProof, proof } = useProof();
  const errorAt = (field: string): string | undefined =>
    wrong?.field === field ? ruleText(t, wrong.rule) : undefined;

  async function submit() {
    if (name.trim() === '') return setWrong({ field: 'name', rule: 'empty' });
    if (scopes.length === 0) return setWrong({ field: 'scopes', rule: 'one' });
    setWrong(null);
    // To the end of the day that was chosen, where the administrator sits.
    const end = until ? new Date(`${until}T23:59:59`).getTime() : null;
    setBusy(true);
    const wanted = { name, scopes: [...scopes], expiresAt: end };
    const answer = await withProof(() => staff.ask('api-key:make', wanted));
    setBusy(false);
    if (!answer) return;
    if (answer.ok) return onMade(answer.value.token);
    const { error } = answer;
    if (error.code === 'invalid_payload') return setWrong(error.data);
    toasts.show({ text: errorText(i18n, error), tone: 'error' });
  }

  return (
    <>
      <FormDialog
        title={t.apiKeyNew}
        send={t.apiKeyNew}
        busy={busy}
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        <TextField
          label={t.apiKeyName}
          value={name}
          maxLength={120}
          error={errorAt('name')}
          autocomplete="off"
          onValue={setName}
        />
        <Group title={t.apiKeyScopes}>
          {ApiScope.options.map((scope) => (
            <Checkbox
              key={scope}
              label={t[`apiScope_${scope}`]}
              checked={scopes.includes(scope)}
              onChecked={(on) =>
                setScopes(ApiScope.options.filter((each) => (each === scope ? on : scopes.includes(each))))
              }
            />
          ))}
          {errorAt('scopes') && <p role="alert">{errorAt('scopes')}</p>}
        </Group>
        <TextField
          label={t.apiKeyExpires}
          hint={t.apiKeyExpiresHint}
          optional={t.optional}
          type="date"
          value={until}
          error={errorAt('expiresAt')}
          onValue={setUntil}
        />
      </FormDialog>
      {proof}
    </>
  );
}
