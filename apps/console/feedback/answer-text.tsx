import type { MonthAnswer } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { useApp } from '../app-context.ts';

/** What a department promised, by when, and what became of it. */
export function AnswerText({ answer }: { readonly answer: MonthAnswer }) {
  const { i18n, now } = useApp();
  const { t, formats } = i18n;
  const { text, dueOn, by, at, followUp } = answer;
  const ended = followUp?.state === 'done' || followUp?.state === 'dropped';
  const late = dueOn !== null && !ended && dueOn < formats.dayKey(now.value);
  return (
    <>
      <p dir="auto">{text}</p>
      <p>
        {t.monthBy({ who: by.name, when: formats.dayTime(at) })}
        {dueOn !== null && ` · ${t.monthDue({ when: formats.date(`${dueOn}T12:00Z`) })}`}{' '}
        {late && <Badge tone="warn">{t.monthOverdue}</Badge>}
      </p>
      {followUp && (
        <p dir="auto">
          <Badge tone={followUp.state === 'done' ? 'ok' : 'accent'}>
            {t[`monthFollow_${followUp.state}`]}
          </Badge>{' '}
          {followUp.text} {t.monthBy({ who: followUp.by.name, when: formats.dayTime(followUp.at) })}
        </p>
      )}
    </>
  );
}
