import type { CaseState } from '@lotsa/client';
import { caseAccess } from '@lotsa/core';
import type { Me } from '@lotsa/protocol';
import { Banner, iconBack, IconButton, Skeleton } from '@lotsa/ui';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Failed } from '../fetching/failed.tsx';
import { inLanguage } from '../names/names.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseDuplicates } from './case-duplicates.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseLink } from './case-link.tsx';
import { CaseLog } from './case-log.tsx';
import { dueOf, kindName } from './case-names.ts';
import { CaseReply } from './case-reply.tsx';
import { CaseGlassNotice, SecretCase } from './secret-case.tsx';

/** A case: what came in, what has happened, and what can be done. It is live while it is open. */
export function CasePage({ number, me }: { readonly number: string; readonly me: Me }) {
  const app = useApp();
  const { i18n, cases, staff, route } = app;
  const { t } = i18n;
  const heading = useRef<HTMLHeadingElement>(null);
  const { open } = cases.value;
  const value = open?.number === number ? open.value : null;
  const here = value !== null;
  useEffect(() => {
    if (here) heading.current?.focus();
  }, [here]);

  const back = (
    <IconButton
      class="case-back"
      icon={iconBack}
      mirror
      label={t.caseBack}
      onClick={() => route.openCases(null)}
    />
  );
  const bare = (
    <header class="case-head">
      {back}
      <p class="case-number">{number}</p>
    </header>
  );
  if (open?.number === number && open.error) {
    return (
      <article class="case-page" aria-label={number}>
        {bare}
        <Refused
          open={open}
          me={me}
          onAgain={() => void staff.cases.openCase(null).then(() => staff.cases.openCase(number))}
        />
      </article>
    );
  }
  if (!value) {
    return (
      <article class="case-page" aria-label={number} aria-busy="true">
        {bare}
        <div class="list-skeleton">
          <Skeleton lines={4} />
          <Skeleton lines={8} />
        </div>
      </article>
    );
  }
  const { case: it, log, duplicates } = value;
  const works = caseAccess(me, it) === 'work';
  const due = dueOf(app, it, app.pace.value);
  const when = i18n.formats.dayTime(it.promisedAt);
  return (
    <article class="case-page" aria-labelledby="case-title">
      <header class="case-head">
        {back}
        <div class="case-what">
          <p class="case-kicker">
            <span class="case-number">{it.number}</span> · {kindName(app, it.kind)}
          </p>
          <h2 id="case-title" ref={heading} tabIndex={-1} dir="auto">
            {inLanguage(it.title, i18n.lang)}
          </h2>
        </div>
        {works && <CaseActions it={it} me={me} />}
      </header>
      <div class="case-body">
        <div class="case-notices">
          {!works && <CaseGlassNotice it={it} me={me} />}
          {it.mergedInto !== null && (
            <Banner title={t.caseMergedInto({ number: it.mergedInto })}>
              {t.caseMergedText} <CaseLink number={it.mergedInto} />
            </Banner>
          )}
          {due === 'overdue' && <Banner tone="error">{t.caseOverdue({ when })}</Banner>}
          {it.undelivered && (
            <Banner tone="error" title={t.caseUndelivered}>
              {t.caseUndeliveredText}
            </Banner>
          )}
          {it.front === 0 && it.open === 1 && <Banner tone="info">{t.caseFrontText}</Banner>}
        </div>
        <div class="case-main">
          {it.summary !== undefined && (
            <section class="case-section case-summary">
              <h3>{t.caseSummary}</h3>
              <p class="case-written" dir="auto">
                {it.summary}
              </p>
            </section>
          )}
          <CaseLog log={log} contactEmail={it.contactEmail} />
          {it.mergedInto === null && <CaseReply it={it} noteOnly={!works} duplicates={duplicates.length} />}
        </div>
        <aside class="case-side" aria-label={t.caseFacts}>
          <CaseFacts it={it} log={log} />
          <CaseDuplicates duplicates={duplicates} me={me} />
        </aside>
      </div>
    </article>
  );
}

function Refused({
  open,
  me,
  onAgain,
}: {
  readonly me: Me;
  readonly open: NonNullable<CaseState['open']>;
  readonly onAgain: () => void;
}) {
  const { i18n } = useApp();
  const { t } = i18n;
  const code = open.error?.code;
  if (code === 'forbidden') return <SecretCase number={open.number} me={me} />;
  return (
    <Failed title={code === 'not_found' ? t.caseNotFound : t.caseFailed} onAgain={onAgain}>
      {open.error && code !== 'not_found' && errorText(i18n, open.error)}
    </Failed>
  );
}
