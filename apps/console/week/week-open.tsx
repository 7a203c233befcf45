import type { Digest, DigestHandoff } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { ConversationLink } from '../context/conversation-link.tsx';
import { departmentName } from '../names/names.ts';

/** What waits for a specialist now, the most urgent first; each leads to its question. */
export function WeekOpen({ digest }: { readonly digest: Digest }) {
  const { state, i18n } = useApp();
  const { t, formats } = i18n;
  const placeOf = ({ departmentId, requestedAt }: DigestHandoff): string =>
    t.weekOpenIt({
      department: departmentName(state.value.directory, departmentId, i18n),
      when: formats.date(requestedAt),
    });
  /** The question in one sentence, where this console has it: what was asked is not in a digest. */
  const questionOf = ({ conversationId, requestedAt }: DigestHandoff): string | undefined =>
    state.value.conversations.get(conversationId)?.handoffs.find((h) => h.requestedAt === requestedAt)
      ?.question;
  const more = digest.openInAll - digest.open.length;
  return (
    <section aria-labelledby="week-open-title">
      <h3 id="week-open-title">{t.weekOpenTitle}</h3>
      <ul class="week-open">
        {digest.open.map((one) => (
          <li key={`${one.conversationId}${one.requestedAt}`}>
            <ConversationLink id={one.conversationId}>{questionOf(one) || placeOf(one)}</ConversationLink>
            <p>
              {questionOf(one) && `${placeOf(one)} · `}
              {one.late && (
                <>
                  <Badge tone="danger">{t.weekIsLate}</Badge>{' '}
                </>
              )}
              {t.weekUntil({ when: `${formats.date(one.deadline)} ${formats.time(one.deadline)}` })}
              {' · '}
              {one.accepted ? t.weekAccepted : t.weekAsked}
            </p>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t.weekMore({ n: more })}</p>}
    </section>
  );
}
