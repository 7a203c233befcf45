import { maySet, mayEditGuides } from '@lotsa/core';
import { type EarlierAnswer, LIMITS } from '@lotsa/protocol';
import { Button, Dialog, iconSearch, Skeleton, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { NEW } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { topicName } from '../names/names.ts';
import { openId } from '../routing/route.ts';
import { CannedForm } from './canned-form.tsx';
import { promote } from './promoted.ts';
import './guides.css';

/** Searches what was answered before: to use again, or to make a guide or a canned response of it. */
export function EarlierAnswersDialog({ onClose }: { readonly onClose: () => void }) {
  const { staff, state, i18n, composer, route } = useApp();
  const { t, formats } = i18n;
  const { directory, me, conversations } = state.value;
  const [question, setQuestion] = useState('');
  const [found, setFound] = useState<readonly EarlierAnswer[] | 'searching' | null>(null);
  const [failed, setFailed] = useState<string | undefined>(undefined);
  const [canned, setCanned] = useState<string | null>(null);
  const open = openId(route);
  const language = conversations.get(open ?? '')?.language ?? 'sv';

  async function search(event: SubmitEvent) {
    event.preventDefault();
    if (question.trim() === '') return setFailed(t.fieldEmpty);
    setFailed(undefined);
    setFound('searching');
    const answer = await staff.ask('answers:search', { question: question.trim(), language });
    if (!answer.ok) setFailed(errorText(i18n, answer.error));
    setFound(answer.ok ? answer.value.answers : null);
  }

  return (
    <Dialog title={t.earlierAnswers} closeLabel={t.close} onClose={onClose} size="l">
      <form class="earlier-search" noValidate onSubmit={(event) => void search(event)}>
        <TextField
          type="search"
          label={t.earlierSearchLabel}
          value={question}
          onValue={setQuestion}
          maxLength={LIMITS.searchQuery}
          error={failed}
        />
        <Button type="submit" variant="primary" icon={iconSearch}>
          {t.earlierSearch}
        </Button>
      </form>
      <div aria-live="polite">
        {found === 'searching' ? (
          <Skeleton lines={4} />
        ) : found?.length === 0 ? (
          <p class="guides-about">{t.answersNone}</p>
        ) : null}
      </div>
      {found !== null && found !== 'searching' && (
        <ul class="guides-list">
          {found.map((each) => (
            <li key={each.id} class="guides-row">
              <p class="guides-about">
                {each.of === 'case'
                  ? t.earlierFromCase({ number: each.subject, date: formats.date(each.at) })
                  : t.earlierFrom({ date: formats.date(each.at) })}
                {` · ${topicName(directory, each.topicId, i18n)}`}
              </p>
              <p lang={each.language} dir="auto" class="earlier-question">
                {each.question}
              </p>
              <p lang={each.language} dir="auto" class="earlier-text">
                {each.answer}
              </p>
              <div class="guide-actions">
                {open && (
                  <Button
                    onClick={() => {
                      onClose();
                      composer.insert(each.answer);
                    }}
                  >
                    {t.earlierUse}
                  </Button>
                )}
                {me && mayEditGuides(me) && (
                  <Button
                    onClick={() => {
                      promote({
                        departmentId: each.departmentId ?? directory?.departments[0]?.id ?? '',
                        title: { sv: each.question.split('\n')[0]?.slice(0, LIMITS.guideTitle) ?? '' },
                        intro: {},
                        steps: { sv: [each.answer.slice(0, LIMITS.guideStep)] },
                        url: null,
                      });
                      onClose();
                      route.openAdmin('guides', NEW);
                    }}
                  >
                    {t.earlierToGuide}
                  </Button>
                )}
                {me && maySet(me, 'cannedResponses') && canned !== each.id && (
                  <Button onClick={() => setCanned(each.id)}>{t.earlierToCanned}</Button>
                )}
              </div>
              {canned === each.id && <CannedForm text={each.answer} onDone={() => setCanned(null)} />}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
