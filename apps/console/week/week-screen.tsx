import type { Digest } from '@lotsa/protocol';
import { Button, EmptyState, iconBack, iconCheck, iconForward } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { WeekOpen } from './week-open.tsx';
import './week.css';

/** No week further back than this is asked for. */
const FURTHEST = 52;

/** A specialist's hand-offs of a week, and what waits now: what Monday's mail says. */
export function WeekScreen() {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const [weeksAgo, setWeeksAgo] = useState(0);
  const digest = useAnswer(() => staff.ask('digest:get', { weeksAgo }), [weeksAgo]);
  const { value } = digest;
  const span = value ? t.weekSpan({ from: formats.date(value.from), to: formats.date(value.to - 1) }) : '';
  return (
    <article class="week" aria-labelledby="week-title" aria-busy={value === null}>
      <header class="week-head">
        <h2 id="week-title" tabIndex={-1}>
          {t.week}
        </h2>
        <p role="status">{weeksAgo === 0 ? `${t.weekThis}: ${span}` : span}</p>
        <div class="week-turn">
          <Button icon={iconBack} disabled={weeksAgo >= FURTHEST} onClick={() => setWeeksAgo(weeksAgo + 1)}>
            {t.weekEarlier}
          </Button>
          <Button icon={iconForward} disabled={weeksAgo === 0} onClick={() => setWeeksAgo(weeksAgo - 1)}>
            {t.weekLater}
          </Button>
        </div>
      </header>
      <Fetched of={digest} failed={t.weekFailed}>
        {(week) => <Week digest={week} />}
      </Fetched>
    </article>
  );
}

function Week({ digest }: { readonly digest: Digest }) {
  const { t, formats } = useApp().i18n;
  const { answered, answeredLate, expired, late, openInAll } = digest;
  const figures: [label: string, n: number, hint: string | undefined][] = [
    [t.weekAnswered, answered, answeredLate > 0 ? t.weekAnsweredLate({ n: answeredLate }) : undefined],
    [t.weekExpired, expired, undefined],
    [t.weekOpen, openInAll, undefined],
    [t.weekLate, late, undefined],
  ];
  return (
    <>
      <dl class="week-figures">
        {figures.map(([label, n, hint]) => (
          <div key={label} class="week-figure">
            <dt>{label}</dt>
            <dd>
              <strong>{formats.number(n)}</strong>
              {hint && <span>{hint}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {digest.open.length === 0 ? (
        <EmptyState icon={iconCheck} title={t.weekNothing}>
          {t.weekNothingText}
        </EmptyState>
      ) : (
        <WeekOpen digest={digest} />
      )}
    </>
  );
}
