import { caseAccess } from '@lotsa/core';
import type { Case, Me } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { inLanguage } from '../names/names.ts';
import { inPage } from '../routing/in-page.ts';
import { casesAddress } from '../routing/route.ts';
import { dueOf, kindName, liesWith } from './case-names.ts';

/** Props of {@link CaseRow}. */
export interface CaseRowProps {
  readonly it: Case;
  readonly me: Me;
  readonly current: boolean;
}

/** One case at a glance: what, whose, and by when. */
export function CaseRow({ it, me, current }: CaseRowProps) {
  const app = useApp();
  const { i18n, route, pace } = app;
  const { t, formats } = i18n;
  const due = dueOf(app, it, pace.value);
  const readable = caseAccess(me, it) === 'work';
  const who = [liesWith(app, it.departmentId || null), it.handler?.name ?? t.caseNobody];
  return (
    <a
      class="row case-row"
      href={casesAddress(it.number)}
      aria-current={current ? 'true' : undefined}
      onClick={inPage(() => route.openCases(it.number))}
    >
      <span class="row-line">
        <strong class="row-title">{readable ? inLanguage(it.title, i18n.lang) : t.secretCase}</strong>
        <time class="row-time" dateTime={new Date(it.lastAt).toISOString()}>
          {t.caseLast({ when: formats.day(it.lastAt) })}
        </time>
      </span>
      <span class="row-line case-row-who">
        <span class="case-number">{it.number}</span>
        <span class="row-text">
          {who.join(' · ')}
          {it.owner && ` · ${t.caseOwner}: ${it.owner.name}`}
        </span>
      </span>
      <span class="row-text case-row-text" dir="auto">
        {readable ? it.excerpt : t.caseSecret}
      </span>
      <span class="row-badges">
        {it.front === 0 && it.open === 1 && <Badge tone="accent">{t.caseFront}</Badge>}
        {due === 'overdue' && <Badge tone="danger">{t.caseOverdueBadge}</Badge>}
        {due === 'soon' && <Badge tone="warn">{t.caseSoonBadge}</Badge>}
        {it.undelivered && readable && <Badge tone="danger">{t.caseUndeliveredBadge}</Badge>}
        {it.secret && readable && <Badge>{t.secretCase}</Badge>}
        <span>{t[`caseStatus_${it.status}`]}</span>
        {it.open === 1 && (
          <>
            <span>·</span>
            <time dateTime={new Date(it.promisedAt).toISOString()}>
              {t.caseDue({ when: formats.day(it.promisedAt) })}
            </time>
          </>
        )}
        <span>·</span>
        <span>{kindName(app, it.kind)}</span>
      </span>
    </a>
  );
}
