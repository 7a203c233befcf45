import type { SubjectAct, SubjectRequest } from '@lotsa/protocol';
import { Badge, Button, iconDownload } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { BackToList } from '../admin/back-to-list.tsx';
import { useApp } from '../app-context.ts';
import { Facts } from '../facts/facts.tsx';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import type { ConsoleI18n } from '../locales/index.ts';
import { useAct } from '../errors/use-act.ts';
import { useCopy } from '../errors/use-copy.ts';
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
  const known = useAnswer(() => staff.ask('subject-request:get', { requestId: id }), [id]);
  return (
    <div class="subjects">
      <BackToList section={SUBJECTS} />
      <Fetched of={known} failed={t.subjectsFailed}>
        {(request) => (
          <Request request={request} onChanged={known.setValue} onActed={() => void known.load()} />
        )}
      </Fetched>
    </div>
  );
}

interface RequestProps {
  readonly request: SubjectRequest;
  readonly onChanged: (request: SubjectRequest) => void;
  /** Something was entered in the register by the way: it is read anew. */
  readonly onActed: () => void;
}

function Request({ request, onChanged, onActed }: RequestProps) {
  const { t } = useApp().i18n;
  const [dialog, setDialog] = useState<'change' | 'decide' | null>(null);
  const copy = useCopy();
  const open = request.state === 'open';
  const saved = (after: SubjectRequest) => {
    onChanged(after);
    setDialog(null);
  };
  return (
    <>
      <About request={request} />
      {open && (
        <div class="subject-actions">
          <Button onClick={() => setDialog('change')}>{t.subjectsChange}</Button>
          <Button variant="primary" onClick={() => setDialog('decide')}>
            {t.subjectDecide}
          </Button>
        </div>
      )}
      {open && <Found request={request} onChanged={onChanged} onActed={onActed} />}
      <section aria-labelledby="subject-extract">
        <h3 id="subject-extract">{t.subjectKind_access}</h3>
        <p>{t.subjectExtractText}</p>
        <Extract id={request.id} onFetched={onActed} />
      </section>
      {request.answer !== null && (
        <section aria-labelledby="subject-answer">
          <h3 id="subject-answer">{t.subjectAnswer}</h3>
          <p class="subject-answer" lang={request.language}>
            {request.answer}
          </p>
          <Button onClick={() => copy(request.answer ?? '', t.subjectCopied)}>{t.subjectCopy}</Button>
        </section>
      )}
      {request.acts.length > 0 && <Acts acts={request.acts} />}
      {dialog === 'change' && (
        <RequestDialog request={request} onClose={() => setDialog(null)} onSaved={saved} />
      )}
      {dialog === 'decide' && (
        <DecideDialog request={request} onClose={() => setDialog(null)} onDecided={saved} />
      )}
    </>
  );
}

/** Fetches the extract; that it was is entered in the register, so that what is shown of the request is read anew. */
function Extract({ id, onFetched }: { readonly id: string; readonly onFetched: () => void }) {
  const { t } = useApp().i18n;
  const { withProof, proof } = useProof();
  const { busy, act } = useAct();
  async function fetchIt() {
    const name = `registerutdrag-${new Date().toISOString().slice(0, 10)}.zip`;
    const address = `/api/subject-requests/${id}/extract`;
    if (await act(() => withProof(() => fetchFile(address, null, name)))) onFetched();
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
