import type { SubjectAct, SubjectRequest } from '@lotsa/protocol';
import { Badge, Button, iconDownload, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Facts } from '../facts/facts.tsx';
import { Failed } from '../fetching/failed.tsx';
import type { ConsoleI18n } from '../locales/index.ts';
import { useAct } from '../errors/use-act.ts';
import { fetchFile } from '../records/fetch-file.ts';
import { useProof } from '../security/use-proof.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { Found } from './found.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { SUBJECTS } from './section.ts';

/** One request: what was asked, what there is about the person, what was done, and the answer. */
export function RequestView({ id }: { readonly id: string }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [request, setRequest] = useState<SubjectRequest | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'change' | 'decide' | null>(null);
  async function load(): Promise<void> {
    setFailure(null);
    const answer = await staff.ask('subject-request:get', { requestId: id });
    if (answer.ok) setRequest(answer.value);
    else setFailure(errorText(i18n, answer.error));
  }
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each request
  }, [id]);
  if (!request) {
    if (failure === null) return <Skeleton lines={8} />;
    return (
      <Failed title={t.subjectsFailed} onAgain={() => void load()}>
        {failure}
      </Failed>
    );
  }
  const open = request.state === 'open';
  const saved = (after: SubjectRequest) => {
    setRequest(after);
    setDialog(null);
  };
  return (
    <div class="subjects">
      <p>
        <AdminLink section={SUBJECTS}>{t.subjectsBack}</AdminLink>
      </p>
      <About request={request} />
      {open && (
        <div class="subject-actions">
          <Button onClick={() => setDialog('change')}>{t.subjectsChange}</Button>
          <Button variant="primary" onClick={() => setDialog('decide')}>
            {t.subjectDecide}
          </Button>
        </div>
      )}
      {open && <Found request={request} onChanged={setRequest} onActed={() => void load()} />}
      <section aria-labelledby="subject-extract">
        <h3 id="subject-extract">{t.subjectKind_access}</h3>
        <p>{t.subjectExtractText}</p>
        <Extract id={request.id} onFetched={() => void load()} />
      </section>
      {request.answer !== null && (
        <section aria-labelledby="subject-answer">
          <h3 id="subject-answer">{t.subjectAnswer}</h3>
          <p class="subject-answer" lang={request.language}>
            {request.answer}
          </p>
          <CopyAnswer text={request.answer} />
        </section>
      )}
      {request.acts.length > 0 && <Acts acts={request.acts} />}
      {dialog === 'change' && (
        <RequestDialog request={request} onClose={() => setDialog(null)} onSaved={saved} />
      )}
      {dialog === 'decide' && (
        <DecideDialog request={request} onClose={() => setDialog(null)} onDecided={saved} />
      )}
    </div>
  );
}

/** Fetches the extract; that it was is entered in the register, so that what is shown of the request is read anew. */
function Extract({ id, onFetched }: { readonly id: string; readonly onFetched: () => void }) {
  const { t } = useApp().i18n;
  const { withProof, proof } = useProof();
  const { busy, act } = useAct();
  async function fetchIt() {
    const name = `registerutdrag-${new Date().toISOString().slice(0, 10)}.zip`;
    const done = await act(async () => {
      const answer = await withProof(() => fetchFile(`/api/subject-requests/${id}/extract`, null, name));
      return answer ?? { ok: true, value: null };
    });
    if (done) onFetched();
  }
  return (
    <>
      <Button icon={iconDownload} busy={busy} onClick={() => void fetchIt()}>
        {t.subjectExtract}
      </Button>
      {proof}
    </>
  );
}

function About({ request }: { readonly request: SubjectRequest }) {
  const { t, formats } = useApp().i18n;
  const { name, kind, receivedAt, deadline, extended, identity, identityNote, terms, replyTo, note } =
    request;
  const late = request.state === 'open' && deadline < Date.now();
  return (
    <Facts
      facts={[
        [t.subjectName, <bdi key="name">{name}</bdi>],
        [t.subjectsWhat, t[`subjectKind_${kind}`]],
        [t.subjectsCame, formats.date(receivedAt)],
        [
          t.subjectsDue,
          <>
            {formats.date(deadline)} {late && <Badge tone="warn">{t.subjectsLate}</Badge>}
          </>,
        ],
        ...(extended === null ? [] : [[t.subjectExtendedFact, extended] as const]),
        [t.subjectIdentity, [t[`subjectIdentity_${identity}`], identityNote].filter(Boolean).join('. ')],
        [t.subjectTerms, terms.join(', ')],
        ...(replyTo ? [[t.subjectReplyTo, replyTo] as const] : []),
        ...(note ? [[t.subjectNote, note] as const] : []),
        ...(request.outcome
          ? [
              [t.subjectsOutcome, t[`subjectOutcome_${request.outcome}`]] as const,
              [
                t.subjectGrounds,
                request.grounds.map((ground) => t[`subjectGround_${ground}`]).join(', '),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

function CopyAnswer({ text }: { readonly text: string }) {
  const { toasts, i18n } = useApp();
  const { t } = i18n;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toasts.show({ text: t.subjectCopied }),
      () => toasts.show({ text: t.copyFailed, tone: 'error' }),
    );
  return <Button onClick={() => void copy()}>{t.subjectCopy}</Button>;
}

function Acts({ acts }: { readonly acts: readonly SubjectAct[] }) {
  const { i18n } = useApp();
  return (
    <section aria-labelledby="subject-acts">
      <h3 id="subject-acts">{i18n.t.subjectActs}</h3>
      <ol class="subject-acts">
        {acts.map((act, at) => (
          <li key={at}>
            <time dateTime={new Date(act.at).toISOString()}>{i18n.formats.dayTime(act.at)}</time>{' '}
            <bdi>{act.by.name}</bdi>: {actText(act, i18n)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function actText(act: SubjectAct, { t, formats }: ConsoleI18n): string {
  const n = 'records' in act ? formats.number(act.records) : '';
  switch (act.type) {
    case 'searched':
    case 'exported':
      return t[`subjectAct_${act.type}`]({ n, hidden: formats.number(act.protected) });
    case 'erased':
      return t.subjectAct_erased({ n, kept: formats.number(act.kept) });
    case 'restricted':
      return t.subjectAct_restricted({ n });
    case 'rectified':
      return t.subjectAct_rectified({ what: act.of.id });
    case 'changed':
    case 'decided':
      return t[`subjectAct_${act.type}`];
  }
}
