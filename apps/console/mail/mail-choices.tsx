import type { MailChoices as Choices, Role } from '@lotsa/protocol';
import { Checkbox, SelectField, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';
import { LANGUAGES, type Language } from '../locales/index.ts';
import './mail-choices.css';

/** Who is mailed about what: hand-offs and the week are specialists', agreements whose they may be to look over. */
const MAILED: Partial<Record<Role, readonly ('handoffs' | 'digest' | 'reviews')[]>> = {
  specialist: ['handoffs', 'digest'],
  coordinator: ['reviews'],
  editor: ['digest', 'reviews'],
  administrator: ['reviews'],
};

/** Whether somebody of a role has a choice of mail. */
export const choosesMail = (role: Role): boolean => MAILED[role] !== undefined;

/** What a member of the staff wants mail about; each choice holds at once, wherever it signs in. */
export function MailChoices({ role }: { readonly role: Role }) {
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
    const next = { ...chosen, ...patch };
    const { handoffs, digest, reviews, language } = next;
    setChosen(next);
    // What was not stored is shown as it was.
    if (!(await act(() => staff.ask('mail-choices:set', { handoffs, digest, reviews, language }))))
      setChosen(chosen);
  };
  const labels = {
    handoffs: t.mailHandoffs,
    digest: role === 'editor' ? t.mailKind_webGaps : t.mailDigest,
    reviews: t.mailReviews,
  };
  const hints = { handoffs: t.mailHandoffsHint, digest: undefined, reviews: t.mailReviewsHint };
  return (
    <fieldset class="settings-mail">
      <legend>{t.mailChoices}</legend>
      <p>{chosen.email === null ? t.mailChoicesNowhere : t.mailChoicesTo({ email: chosen.email })}</p>
      {(MAILED[role] ?? []).map((kind) => (
        <Checkbox
          key={kind}
          label={labels[kind]}
          hint={hints[kind]}
          checked={chosen[kind]}
          onChecked={(wanted) => void choose({ [kind]: wanted })}
        />
      ))}
      <SelectField
        label={t.mailLanguage}
        value={chosen.language}
        options={(Object.keys(LANGUAGES) as Language[]).map((value) => ({ value, label: LANGUAGES[value] }))}
        onValue={(language) => void choose({ language: language as Language })}
      />
    </fieldset>
  );
}
