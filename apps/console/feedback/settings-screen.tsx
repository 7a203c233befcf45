import type { FeedbackChoices, FeedbackSettingsAnswers } from '@lotsa/protocol';
import { Button, Checkbox, iconPlus, iconTrash, SelectField, Skeleton, TextField } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { errorText } from '../errors/error-text.ts';
import { Failed } from '../fetching/failed.tsx';
import { inLanguage } from '../names/names.ts';
import './feedback.css';

type Known = FeedbackSettingsAnswers['feedback:settings'];

/** Who edits which pages, and from when gaps arise by themselves. */
export function FeedbackSettingsScreen() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const sites = state.value.directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function load() {
    setFailure(null);
    setKnown(null);
    const answer = await staff.ask('feedback:settings', { siteId });
    if (answer.ok) setKnown(answer.value);
    else setFailure(errorText(i18n, answer.error));
  }
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- fetched once for each site
  }, [staff, siteId]);
  return (
    <div class="feedback">
      {sites.length > 1 && (
        <SelectField
          label={t.feedbackSite}
          value={siteId}
          onValue={setSiteId}
          options={sites.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) }))}
        />
      )}
      {failure !== null ? (
        <Failed title={t.feedbackFailed} onAgain={() => void load()}>
          {failure}
        </Failed>
      ) : known ? (
        <Form
          key={`${siteId}-${known.settings.revision}`}
          known={known}
          onSaved={(settings) => setKnown({ ...known, settings })}
        />
      ) : (
        <Skeleton lines={6} />
      )}
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
    if (wrong || numberWrong(searches) || numberWrong(thumbs)) return;
    const choices: FeedbackChoices = {
      pageEditors: rows.map(({ prefix, userIds }) => ({ prefix: prefix.trim(), userIds })),
      searchesFrom: Number(searches),
      thumbsFrom: Number(thumbs),
    };
    const { siteId, revision } = settings;
    await act(async () => {
      const answer = await staff.ask('feedback:set-settings', { siteId, revision, choices });
      if (answer.ok) onSaved(answer.value);
      return answer;
    }, t.feedbackSaved);
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
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t.feedbackSave}
        </Button>
      </div>
    </form>
  );
}
