import type { FeedbackChoices, FeedbackSettingsAnswers } from '@lotsa/protocol';
import { Button, Checkbox, iconPlus, iconTrash, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { useAct } from '../errors/use-act.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { readSurvey, SurveyFields, typedSurvey } from './survey-fields.tsx';
import './feedback.css';

type Known = FeedbackSettingsAnswers['feedback:settings'];

/** Who edits which pages, and from when gaps arise by themselves. */
export function FeedbackSettingsScreen() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const sites = state.value.directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const known = useAnswer(() => staff.ask('feedback:settings', { siteId }), [siteId]);
  return (
    <div class="feedback">
      <SiteSelect value={siteId} onValue={setSiteId} />
      <Fetched of={known} failed={t.feedbackFailed}>
        {(value) => (
          <Form
            key={`${siteId}-${value.settings.revision}`}
            known={value}
            onSaved={(settings) => known.setValue({ ...value, settings })}
          />
        )}
      </Fetched>
    </div>
  );
}

interface FormProps {
  readonly known: Known;
  readonly onSaved: (settings: Known['settings']) => void;
}

function Form({ known: { settings, editors }, onSaved }: FormProps) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [rows, setRows] = useState(settings.pageEditors);
  const [searches, setSearches] = useState(String(settings.searchesFrom));
  const [thumbs, setThumbs] = useState(String(settings.thumbsFrom));
  const [survey, setSurvey] = useState(() => typedSurvey(settings.survey));
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const change = (at: number, part: Partial<FeedbackChoices['pageEditors'][number]>) =>
    setRows((before) => before.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const prefixWrong = (at: number): boolean => {
    const prefix = rows[at]?.prefix.trim() ?? '';
    const twice = rows.some((row, i) => i !== at && row.prefix.trim() === prefix);
    return twice || !/^(https?:\/\/|\/)[^\s"'<>?#]*$/.test(prefix);
  };
  const numberWrong = (text: string): boolean => !/^([1-9]\d{0,2}|1000)$/.test(text.trim());

  async function save(event: Event) {
    event.preventDefault();
    setChecked(true);
    const wrong = rows.some(({ userIds }, at) => userIds.length === 0 || prefixWrong(at));
    const asked = readSurvey(survey);
    if (wrong || numberWrong(searches) || numberWrong(thumbs) || !asked) return;
    const choices: FeedbackChoices = {
      pageEditors: rows.map(({ prefix, userIds }) => ({ prefix: prefix.trim(), userIds })),
      searchesFrom: Number(searches),
      thumbsFrom: Number(thumbs),
      survey: asked,
    };
    const { siteId, revision } = settings;
    const ask = () => staff.ask('feedback:set-settings', { siteId, revision, choices });
    const saved = await act(ask, t.feedbackSaved);
    if (saved) onSaved(saved.value);
  }
  return (
    <form class="feedback" noValidate onSubmit={(event) => void save(event)}>
      <section class="feedback-part" aria-labelledby="feedback-pages">
        <h3 id="feedback-pages">{t.feedbackPages}</h3>
        <p class="gap-hint">{t.feedbackPagesHint}</p>
        {rows.map((row, at) => (
          <div key={at} class="feedback-row">
            <TextField
              label={t.feedbackPrefix}
              value={row.prefix}
              error={checked && prefixWrong(at) ? t.feedbackPrefixWrong : undefined}
              onValue={(prefix) => change(at, { prefix })}
            />
            <fieldset>
              <legend>{t.feedbackEditors}</legend>
              {editors.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={row.userIds.includes(id)}
                  onChecked={(on) =>
                    change(at, {
                      userIds: on ? [...row.userIds, id] : row.userIds.filter((each) => each !== id),
                    })
                  }
                />
              ))}
              {checked && row.userIds.length === 0 && <p role="alert">{t.feedbackEditorsMissing}</p>}
            </fieldset>
            <div>
              <Button icon={iconTrash} onClick={() => setRows(rows.filter((_, i) => i !== at))}>
                {t.feedbackRemovePage}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button icon={iconPlus} onClick={() => setRows([...rows, { prefix: '/', userIds: [] }])}>
            {t.feedbackAddPage}
          </Button>
        </div>
      </section>
      <section class="feedback-part" aria-labelledby="feedback-automatic">
        <h3 id="feedback-automatic">{t.feedbackAutomatic}</h3>
        <TextField
          label={t.feedbackSearchesFrom}
          inputMode="numeric"
          value={searches}
          error={checked && numberWrong(searches) ? t.feedbackNumberWrong : undefined}
          onValue={setSearches}
        />
        <TextField
          label={t.feedbackThumbsFrom}
          inputMode="numeric"
          value={thumbs}
          error={checked && numberWrong(thumbs) ? t.feedbackNumberWrong : undefined}
          onValue={setThumbs}
        />
      </section>
      <SurveyFields typed={survey} onTyped={setSurvey} checked={checked} />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t.feedbackSave}
        </Button>
      </div>
    </form>
  );
}
