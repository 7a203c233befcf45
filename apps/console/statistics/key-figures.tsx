import { DEFINITIONS, readsComments } from '@lotsa/core';
import { FigureId, type StatReport, type StatSettings } from '@lotsa/protocol';
import { Badge } from '@lotsa/ui';
import { AdminLink } from '../admin/admin-link.tsx';
import { useApp } from '../app-context.ts';
import { inLanguage } from '../names/names.ts';
import { figureName, figureText } from './figure-text.ts';

/** The key figures, each with its target, whether that is reached, and what it was before. */
export function KeyFigures({
  report,
  settings,
}: {
  readonly report: StatReport;
  readonly settings: StatSettings;
}) {
  const { i18n, state } = useApp();
  const { t, formats } = i18n;
  const { me } = state.value;
  const { figures, compared, ownedOverdue, survey } = report;
  const site = state.value.directory?.sites.find(({ id }) => id === report.selection.siteId);
  const shown = FigureId.options.filter((id) => id !== 'timeSaved' || figures[id].value !== null);
  return (
    <>
      <section aria-labelledby="stat-figures">
        <h3 id="stat-figures">{t.statKeyFigures}</h3>
        <dl class="stat-figures">
          {shown.map((id) => {
            const { value, of } = figures[id];
            const target = targetOf(settings, id);
            const good =
              DEFINITIONS[id].better === 'less'
                ? (value ?? 0) <= (target ?? 0)
                : (value ?? 0) >= (target ?? 0);
            return (
              <div key={id} class="stat-figure">
                <dt>{figureName(id, i18n)}</dt>
                <dd>
                  <strong>{figureText(id, value, i18n)}</strong>
                  {id !== 'contacts' && value !== null && <span>{t.statOf({ n: formats.number(of) })}</span>}
                  {target !== null && (
                    <span>
                      {t.statTarget({ target: figureText(id, target, i18n) })}{' '}
                      {value !== null && (
                        <Badge tone={good ? 'ok' : 'warn'}>{good ? t.statReached : t.statMissed}</Badge>
                      )}
                    </span>
                  )}
                  {compared && (
                    <span>
                      {t.statBefore({ value: figureText(id, compared.figures[id].value, i18n) })}{' '}
                      {changeText(value, compared.figures[id].value)}
                    </span>
                  )}
                </dd>
              </div>
            );
          })}
          {ownedOverdue !== null && (
            <div class="stat-figure">
              <dt>{t.statOwnedOverdue}</dt>
              <dd>
                <strong>{formats.number(ownedOverdue)}</strong>
              </dd>
            </div>
          )}
        </dl>
      </section>
      {survey.length > 0 && (
        <section aria-labelledby="stat-survey">
          <h3 id="stat-survey">{t.statSurvey}</h3>
          <dl class="stat-figures">
            {survey.map(({ question, value, of }, at) => {
              const before = compared?.survey[at]?.value;
              const words = site?.survey.find(({ id }) => id === question)?.question;
              return (
                <div key={question} class="stat-figure">
                  <dt>{words ? inLanguage(words, i18n.lang) : question}</dt>
                  <dd>
                    <strong>
                      {value === null ? '–' : formats.number(value, { maximumFractionDigits: 1 })}
                    </strong>
                    <span>
                      {value === null
                        ? t.statTooFew({
                            n: formats.number(of),
                            least: formats.number(settings.minimumAnswers),
                          })
                        : t.statAnswers({ n: formats.number(of) })}
                    </span>
                    {before !== null && before !== undefined && (
                      <span>
                        {t.statBefore({ value: formats.number(before, { maximumFractionDigits: 1 }) })}{' '}
                        {changeText(value, before)}
                      </span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
          {me && readsComments(me.role) && (
            <p>
              <AdminLink section="comments">{t.comments}</AdminLink>
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** The target of a figure; null for none. */
const targetOf = ({ targets }: Pick<StatSettings, 'targets'>, id: FigureId): number | null =>
  id in targets ? targets[id as keyof typeof targets] : null;

function changeText(now: number | null, before: number | null): string {
  if (now === null || before === null || now === before) return '';
  return now > before ? '↑' : '↓';
}
