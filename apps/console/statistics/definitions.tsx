import { DEFINITIONS, SURVEY_DEFINITION } from '@lotsa/core';
import { FigureId } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';

/** How each figure is counted, from the same source as the functions that count. */
export function Definitions() {
  const { t, lang } = useApp().i18n;
  return (
    <details class="stat-part stat-definitions">
      <summary>{t.statDefinitions}</summary>
      <dl>
        {FigureId.options.map((id) => (
          <div key={id}>
            <dt>{DEFINITIONS[id].name[lang]}</dt>
            <dd>{DEFINITIONS[id].counts[lang]}</dd>
          </div>
        ))}
        <div>
          <dt>{t.statSurveyName}</dt>
          <dd>{SURVEY_DEFINITION[lang]}</dd>
        </div>
      </dl>
    </details>
  );
}
