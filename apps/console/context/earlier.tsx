import type { Conversation } from '@lotsa/protocol';
import { Button, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { topicName } from '../names/names.ts';
import { ConversationLink } from './conversation-link.tsx';

/** What the same visitor has asked before, so that nobody has to repeat itself. */
export function Earlier({ conversation }: { readonly conversation: Conversation }) {
  const { staff, i18n, state } = useApp();
  const { t, formats } = i18n;
  const { id, channel } = conversation;
  const [found, setFound] = useState<readonly Conversation[] | 'failed' | null>(null);
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let here = true;
    setFound(null);
    void staff.earlier(id).then((answer) => {
      if (here) setFound(answer.ok ? answer.value : 'failed');
    });
    return () => {
      here = false;
    };
  }, [staff, id, tries]);

  // What is registered by hand has no visitor that could be known again.
  if (channel !== 'chat') return null;
  return (
    <section class="context-section" aria-busy={found === null}>
      <h3>{t.earlier}</h3>
      {found === null ? (
        <Skeleton lines={2} />
      ) : found === 'failed' ? (
        <>
          <p>{t.earlierFailed}</p>
          <Button onClick={() => setTries(tries + 1)}>{t.tryAgain}</Button>
        </>
      ) : found.length === 0 ? (
        <p class="context-muted">{t.earlierNone}</p>
      ) : (
        <ul class="earlier">
          {found.map((one) => (
            <li key={one.id}>
              <ConversationLink id={one.id}>
                {topicName(state.value.directory, one.topicId, i18n)}
              </ConversationLink>
              <p class="context-muted">
                {formats.day(one.startedAt)} · {one.outcome ? t[`outcome_${one.outcome}`] : t.boardActive}
                {one.owner && ` · ${one.owner.name}`}
              </p>
              <p class="earlier-text" lang={one.language} dir="auto">
                {one.excerpt.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
