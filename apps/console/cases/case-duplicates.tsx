import { readsCase } from '@lotsa/core';
import type { Case, Me } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { contactLine } from '../names/names.ts';
import { CaseLink } from './case-link.tsx';

/** What was merged into a case: who else waits for its answer. */
export function CaseDuplicates({
  duplicates,
  me,
}: {
  readonly duplicates: readonly Case[];
  readonly me: Me;
}) {
  const { t, formats } = useApp().i18n;
  if (duplicates.length === 0) return null;
  return (
    <section class="case-section">
      <h3>{t.caseDuplicates({ n: duplicates.length })}</h3>
      <p class="context-muted">{t.caseDuplicatesText}</p>
      <ul class="case-duplicates">
        {duplicates.map((it) => (
          <li key={it.id}>
            <CaseLink number={it.number} />
            <span class="context-muted">
              {t.caseReceived} {formats.day(it.receivedAt)}
              {readsCase(me, it) && it.contact && (
                <>
                  {' · '}
                  <bdi>{contactLine(it.contact)}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
