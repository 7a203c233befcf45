import { LIMITS } from '@lotsa/protocol';
import { Button, type Grade, RatingScale, TextareaField } from '@lotsa/ui';
import { useSignal } from '@preact/signals';
import { errorText } from './error-text.ts';
import { masked, type Panel } from './panel.ts';

/** The site's questions on how it went. Every answer is voluntary; one is enough to send. */
export function Rating({ panel }: { readonly panel: Panel }) {
  const { chat, i18n, state } = panel;
  const { t } = i18n;
  const scores = useSignal<Record<string, Grade>>({});
  const comment = useSignal('');
  const busy = useSignal(false);
  const failure = useSignal('');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    busy.value = true;
    const answer = await chat.rate(scores.value, masked(comment.value.trim()) || null);
    busy.value = false;
    if (!answer.ok) failure.value = errorText(answer.error, t);
  };
  const answered = Object.keys(scores.value).length > 0;
  return (
    <form class="rating" onSubmit={(event) => void send(event)}>
      <h2>{t.ratingTitle}</h2>
      {state.value.site?.survey.map(({ id, question }) => (
        <RatingScale
          key={id}
          legend={panel.say(question)}
          low={t.ratingLow}
          high={t.ratingHigh}
          value={scores.value[id]}
          onValue={(grade) => (scores.value = { ...scores.value, [id]: grade })}
        />
      ))}
      {answered && (
        <>
          <TextareaField
            label={t.comment}
            optional={t.optional}
            dir="auto"
            maxLength={LIMITS.comment}
            value={comment.value}
            onValue={(value) => (comment.value = value)}
          />
          <p role="alert">{failure.value}</p>
          <Button type="submit" variant="primary" busy={busy.value}>
            {t.rate}
          </Button>
        </>
      )}
    </form>
  );
}
