import type { Digest, DigestHandoff } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { addressOf } from '../routing/route.ts';

/** What waits for a specialist now, the most urgent first; each leads to its question. */
export function WeekOpen({ digest }: { readonly digest: Digest }) {
  const { state, route, i18n } = useApp();
  const { t, formats } = i18n;
  const departments = new Map(
    state.value.directory?.departments.map(({ id, name }) => [id, name[i18n.lang] ?? name.sv]),
  );
  const placeOf = ({ departmentId, requestedAt }: DigestHandoff): string =>
    t.weekOpenIt({
      department: departments.get(departmentId) ?? departmentId,
      when: formats.date(requestedAt),
    });
  /** The question in one sentence, where this console has it: what was asked is not in a digest. */
  const questionOf = ({ conversationId, requestedAt }: DigestHandoff): string | undefined =>
    state.value.conversations[conversationId]?.handoffs.find((h) => h.requestedAt === requestedAt)?.question;
  const more = digest.openInAll - digest.open.length;
  return (
    <section aria-labelledby="week-open-title">
      <h3 id="week-open-title">{t.weekOpenTitle}</h3>
      <ul class="week-open">
        {digest.open.map((one) => (
          <li key={`${one.conversationId}${one.requestedAt}`}>
            <a
              href={addressOf(one.conversationId)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                route.open(one.conversationId);
              }}
            >
              {questionOf(one) || placeOf(one)}
            </a>
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
