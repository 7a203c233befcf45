import type { Digest } from '@lotsa/protocol';
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
              {t.weekOpenIt({
                department: departments.get(one.departmentId) ?? one.departmentId,
                when: formats.date(one.requestedAt),
              })}
            </a>
            <p>
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
