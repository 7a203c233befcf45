import { LIMITS } from '@lotsa/protocol';
import { Button, type Grade, RatingScale, TextareaField } from '@lotsa/ui';
import { errorText } from './error-text.ts';
import { langOf } from './language.ts';
import { masked, type Panel } from './panel.ts';
import { useState } from 'preact/hooks';

/** The site's questions on how it went. Every answer is voluntary; one is enough to send. */
export function Rating({ panel }: { readonly panel: Panel }) {
  const { chat, language, state } = panel;
  const { t } = language;
  const [scores, setScores] = useState<Record<string, Grade>>({});
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await chat.rate(scores, masked(comment.trim()) || null);
    setBusy(false);
    if (!answer.ok) setFailure(errorText(answer.error, t));
  };
  const answered = Object.keys(scores).length > 0;
  return (
    <form class="rating" onSubmit={(event) => void send(event)}>
      <h2>{t.ratingTitle}</h2>
      {state.site?.survey.map(({ id, question }) => (
        <RatingScale
          key={id}
          legend={<span lang={langOf(question, language)}>{panel.say(question)}</span>}
          low={t.ratingLow}
          high={t.ratingHigh}
          value={scores[id]}
          onValue={(grade) => setScores({ ...scores, [id]: grade })}
        />
      ))}
      {answered && (
        <>
          <TextareaField
            label={t.comment}
            optional={t.optional}
            dir="auto"
            maxLength={LIMITS.comment}
            value={comment}
            onValue={(value) => setComment(value)}
          />
          <p role="alert">{failure}</p>
          <Button type="submit" variant="primary" busy={busy}>
            {t.rate}
          </Button>
        </>
      )}
    </form>
  );
}
