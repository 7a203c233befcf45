import type { Case, CaseAnswer, CaseEntry } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { ConversationLink } from '../context/conversation-link.tsx';
import { type Fact, Facts } from '../facts/facts.tsx';
import { contactLine, inLanguage, languageName } from '../names/names.ts';
import { CaseFiles } from './case-files.tsx';
import { dueOf, liesWith } from './case-names.ts';

/** Whose it is, by when, whom it is from, and what was sent in. */
export function CaseFacts({ it, log }: { readonly it: Case; readonly log: readonly CaseEntry[] }) {
  const app = useApp();
  const { t, formats } = app.i18n;
  const due = dueOf(app, it, app.pace.value);
  const first = log[0]?.event;
  const opening = first?.type === 'received' ? first.opening : undefined;
  const facts: readonly Fact[] = [
    [t.caseStatus, <strong key="status">{t[`caseStatus_${it.status}`]}</strong>],
    [
      t.casePromised,
      <>
        {formats.dayTime(it.promisedAt)}{' '}
        {due === 'overdue' && <Badge tone="danger">{t.caseOverdueBadge}</Badge>}
        {due === 'soon' && <Badge tone="warn">{t.caseSoonBadge}</Badge>}
      </>,
    ],
    [t.caseDepartment, liesWith(app, it.departmentId || null)],
    [t.caseHandler, it.handler?.name ?? t.caseNobody],
    [t.caseOwner, it.owner?.name ?? t.caseNobody],
    ...(it.diaryNumber === null ? [] : [[t.diaryNumber, it.diaryNumber] as const]),
    [t.caseReceived, formats.dayTime(it.receivedAt)],
    ...(it.closedAt === null ? [] : [[t.caseEnded, formats.dayTime(it.closedAt)] as const]),
    [t.caseContact, it.contact ? <bdi key="contact">{contactLine(it.contact)}</bdi> : t.caseNoContact],
    [t.language, languageName(it.language, app.i18n)],
    ...(it.secret ? [[t.secretCase, t.caseYes] as const] : []),
    ...(opening?.mail
      ? [[t.caseFrom, <bdi key="from">{t.caseFromMail({ from: opening.mail.from })}</bdi>] as const]
      : []),
    ...(it.conversationId || it.formId
      ? [
          [
            t.caseFrom,
            it.conversationId ? (
              <ConversationLink key="from" id={it.conversationId}>
                {t.caseFromConversation}
              </ConversationLink>
            ) : (
              t.caseFromForm
            ),
          ] as const,
        ]
      : []),
  ];
  return (
    <>
      <section class="case-section">
        <h3>{t.caseFacts}</h3>
        <Facts facts={facts} />
      </section>
      {opening && (opening.answers.length > 0 || opening.files.length > 0) && (
        <section class="case-section">
          <h3>{t.caseSent}</h3>
          <dl class="case-answers">
            {opening.answers.map((answer) => (
              <div key={answer.name}>
                <dt>{inLanguage(answer.label, app.i18n.lang)}</dt>
                <dd class="case-written" dir="auto">
                  <Answered answer={answer} />
                </dd>
              </div>
            ))}
          </dl>
          <CaseFiles files={opening.files} />
        </section>
      )}
    </>
  );
}

function Answered({ answer: { value, option } }: { readonly answer: CaseAnswer }) {
  const { t, lang } = useApp().i18n;
  if (option) return inLanguage(option, lang);
  if (typeof value === 'boolean') return value ? t.caseYes : t.caseNo;
  return value;
}
