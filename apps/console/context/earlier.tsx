import type { StaffAnswers } from '@lotsa/protocol';
import type { Conversation } from '@lotsa/protocol';
import { Badge, Button, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { CaseLink } from '../cases/case-link.tsx';
import { dueOf } from '../cases/case-names.ts';
import { inLanguage, topicName } from '../names/names.ts';
import { ConversationLink } from './conversation-link.tsx';

type Found = StaffAnswers['conversations:earlier'];

/** What the same visitor has asked before, so that nobody has to repeat itself; and its cases, by when they are answered. */
export function Earlier({ conversation }: { readonly conversation: Conversation }) {
  const app = useApp();
  const { staff, i18n } = app;
  const { t } = i18n;
  const { id, channel, caseNumber, contactEmail } = conversation;
  const [found, setFound] = useState<Found | 'failed' | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let here = true;
    setFound(null);
    void staff.ask('conversations:earlier', { conversationId: id }).then((answer) => {
      if (here) setFound(answer.ok ? answer.value : 'failed');
    });
    return () => {
      here = false;
    };
    // Asked again when it has become a case, or its visitor has said who it is.
  }, [staff, id, tries, caseNumber, contactEmail]);

  // What is registered by hand and became nothing has no visitor that could be known again.
  if (channel !== 'chat' && caseNumber === null) return null;
  return (
    <section class="context-section" aria-busy={found === null}>
      <h3>{t.earlier}</h3>
      {found === null ? (
        <Skeleton lines={2} />
      ) : found === 'failed' ? (
        <>
          <p>{t.earlierFailed}</p>
          <Button onClick={() => setTries(tries + 1)}>{t.tryAgain}</Button>
        </>
      ) : (
        <>
          <Conversations found={found} />
          <Cases found={found} />
        </>
      )}
    </section>
  );
}

function Conversations({ found: { conversations, byEmail } }: { readonly found: Found }) {
  const { i18n, state } = useApp();
  const { t, formats } = i18n;
  if (conversations.length === 0) return <p class="context-muted">{t.earlierNone}</p>;
  return (
    <ul class="earlier">
      {conversations.map((one) => (
        <li key={one.id}>
          <ConversationLink id={one.id}>
            {topicName(state.value.directory, one.topicId, i18n)}
          </ConversationLink>
          <p class="context-muted">
            {formats.day(one.startedAt)} · {one.outcome ? t[`outcome_${one.outcome}`] : t.boardActive}
            {one.owner && ` · ${one.owner.name}`}
            {byEmail.includes(one.id) && ` · ${t.earlierByEmail}`}
          </p>
          <p class="earlier-text" lang={one.language} dir="auto">
            {one.excerpt.text}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Cases({ found: { cases, byEmail } }: { readonly found: Found }) {
  const app = useApp();
  const { t, formats, lang } = app.i18n;
  if (cases.length === 0) return null;
  return (
    <>
      <h4>{t.earlierCases}</h4>
      <ul class="earlier">
        {cases.map((it) => (
          <li key={it.id}>
            <CaseLink number={it.number} />{' '}
            {dueOf(app, it, app.pace.value) === 'overdue' && (
              <Badge tone="danger">{t.caseOverdueBadge}</Badge>
            )}
            <p>{inLanguage(it.title, lang)}</p>
            <p class="context-muted">
              {t[`caseStatus_${it.status}`]}
              {it.open === 1 && ` · ${t.caseDue({ when: formats.day(it.promisedAt) })}`}
              {byEmail.includes(it.number) && ` · ${t.earlierByEmail}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
