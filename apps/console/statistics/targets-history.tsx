import { FigureId, type StatSettings, type StatTargets } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { duration } from '../lists/duration.ts';
import type { ConsoleI18n } from '../locales/index.ts';
import { figureName, figureText } from './figure-text.ts';

/** Who changed the targets when, from what to what; the newest first. */
export function TargetsHistory({ settings: { history } }: { readonly settings: StatSettings }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  return (
    <section class="stat-part" aria-labelledby="stat-history">
      <h3 id="stat-history">{t.statHistory}</h3>
      {history.length === 0 ? (
        <p class="stat-hint">{t.statHistoryNone}</p>
      ) : (
        <ul>
          {history.map(({ at, by, before, after }) => (
            <li key={at}>
              {t.statChanged({
                when: formats.dayTime(at),
                who: by.name,
                what: formats.list(changesOf(before, after, i18n)),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was changed: "Löst vid första kontakten 70 % → 75 %". */
function changesOf(before: StatTargets, after: StatTargets, i18n: ConsoleI18n): string[] {
  const [was, is] = [said(before, i18n), said(after, i18n)];
  return is.flatMap(([name, value], at) => {
    const [, old] = was[at] ?? [];
    return old === value ? [] : [`${name} ${old} → ${value}`];
  });
}

/** Each of the targets with its name, in words. */
function said(
  { targets, serviceSeconds, handlingSeconds, ...rest }: StatTargets,
  i18n: ConsoleI18n,
): [name: string, value: string][] {
  const { t, formats } = i18n;
  const time = (seconds: number): string => duration(seconds * 1000, t);
  const { baselineMinutes } = rest;
  return [
    ...FigureId.options.flatMap((id): [string, string][] =>
      id in targets
        ? [[figureName(id, i18n), figureText(id, targets[id as keyof typeof targets], i18n)]]
        : [],
    ),
    [t.statServiceChat, time(serviceSeconds.chat)],
    [t.statServicePhone, time(serviceSeconds.phone)],
    [t.statHandlingChat, time(handlingSeconds.chat)],
    [t.statHandlingPhone, time(handlingSeconds.phone)],
    [t.statAtOnce, formats.number(rest.chatsAtOnce)],
    [t.statMinimum, formats.number(rest.minimumAnswers)],
    [t.statBaseline, baselineMinutes === null ? '–' : formats.minutes(baselineMinutes)],
    [t.statPublished, formats.list(rest.published.map((id) => figureName(id, i18n))) || '–'],
  ];
}
