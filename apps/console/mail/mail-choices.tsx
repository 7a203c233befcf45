import type { MailChoices as Choices } from '@lotsa/protocol';
import { Checkbox, SelectField, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import './mail-choices.css';

/** What a specialist wants mail about; each choice holds at once, wherever it signs in. */
export function MailChoices() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const { act } = useAct();
  const [chosen, setChosen] = useState<(Choices & { email: string | null }) | 'failed' | null>(null);
  useEffect(() => {
    void staff.ask('mail-choices:get', {}).then((answer) => setChosen(answer.ok ? answer.value : 'failed'));
  }, [staff]);

  if (chosen === null) return <Skeleton lines={3} />;
  if (chosen === 'failed') return <p>{t.mailChoicesFailed}</p>;
  const choose = async (patch: Partial<Choices>): Promise<void> => {
    const { handoffs, digest, language } = { ...chosen, ...patch };
    setChosen({ ...chosen, ...patch });
    // What was not stored is shown as it was.
    if (!(await act(() => staff.ask('mail-choices:set', { handoffs, digest, language })))) setChosen(chosen);
  };
  return (
    <fieldset class="settings-mail">
      <legend>{t.mailChoices}</legend>
      <p>{chosen.email === null ? t.mailChoicesNowhere : t.mailChoicesTo({ email: chosen.email })}</p>
      <Checkbox
        label={t.mailHandoffs}
        hint={t.mailHandoffsHint}
        checked={chosen.handoffs}
        onChecked={(handoffs) => void choose({ handoffs })}
      />
      <Checkbox
        label={t.mailDigest}
        checked={chosen.digest}
        onChecked={(digest) => void choose({ digest })}
      />
      <SelectField
        label={t.mailLanguage}
        value={chosen.language}
        options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))}
        onValue={(language) => void choose({ language: language as Language })}
      />
    </fieldset>
  );
}
