import type { ErrorAnswer, IdentitySecretMade, IdentitySecretState, Site } from '@lotsa/protocol';
import { Banner, Button, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { request } from '../fetching/request.ts';
import { PAGE_EXAMPLE, serverExamples } from '../identity/server-examples.ts';
import { useProof } from '../security/use-proof.tsx';
import { Snippet } from './snippet.tsx';

/** The secret by which a web site says who its visitors are, and how its server and pages do that. For administrators. */
export function HandOverPart({ site }: { readonly site: Site }) {
  const { i18n, toasts } = useApp();
  const { t, formats } = i18n;
  const [state, setState] = useState<IdentitySecretState | null>(null);
  const [secret, setSecret] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const { withProof, proof } = useProof();
  const address = `/api/identity-secrets/${encodeURIComponent(site.id)}`;
  const load = async (): Promise<void> => {
    const answer = await request<IdentitySecretState>('GET', address);
    if (answer.ok) setState(answer.value);
    else setFailure(errorText(i18n, answer.error));
  };
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each site
  }, [site.id]);

  /** What a colleague did meanwhile is shown, to be decided on anew. */
  const seen = { madeAt: state?.madeAt ?? null };
  const refused = async (error: ErrorAnswer): Promise<void> => {
    const meanwhile = error.code === 'changed_meanwhile';
    toasts.show({ text: meanwhile ? t.handOverMeanwhile : errorText(i18n, error), tone: 'error' });
    if (!meanwhile) return;
    setSecret('');
    await load();
  };

  const make = async (): Promise<void> => {
    setBusy(true);
    const answer = await withProof(() => request<IdentitySecretMade>('POST', address, seen));
    setBusy(false);
    if (answer?.ok) {
      const { secret: made, ...now } = answer.value;
      setSecret(made);
      setState(now);
    } else if (answer) await refused(answer.error);
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await withProof(() => request('POST', `${address}/remove`, seen));
    setBusy(false);
    if (answer?.ok) {
      setSecret('');
      toasts.show({ text: t.handOverRemoved });
      await load();
    } else if (answer) await refused(answer.error);
  };

  return (
    <section class="embed-hand-over" aria-labelledby="embed-hand-over">
      <h3 id="embed-hand-over">{t.handOver}</h3>
      <p>{t.handOverText}</p>
      {failure && <Banner tone="error">{failure}</Banner>}
      {!state && !failure && <Skeleton lines={2} />}
      {state && (
        <p role="status">
          {state.madeAt === null ? t.handOverNone : t.handOverSince({ at: formats.dayTime(state.madeAt) })}{' '}
          {state.previousUntil !== null && t.handOverOverlap({ until: formats.dayTime(state.previousUntil) })}
        </p>
      )}
      {secret && <Snippet title={t.handOverMade} text={t.handOverMadeText} code={secret} />}
      {state && (
        <div class="security-actions">
          <Button busy={busy} onClick={() => void make()}>
            {state.madeAt === null ? t.handOverMake : t.handOverRotate}
          </Button>
          {state.madeAt !== null && (
            <Button variant="danger" busy={busy} onClick={() => void remove()}>
              {t.handOverRemove}
            </Button>
          )}
        </div>
      )}
      {state && state.madeAt !== null && (
        <>
          <Snippet title={t.handOverPage} text={t.handOverPageText} code={PAGE_EXAMPLE} />
          {serverExamples(site.id).map(({ language, code }) => (
            <details key={language}>
              <summary>{t.handOverServer({ language })}</summary>
              <Snippet title={language} text={t.handOverServerText} code={code} />
            </details>
          ))}
        </>
      )}
      {proof}
    </section>
  );
}
