import type { SearchHit } from '@lotsa/protocol';
import { Icon, iconBook } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { masked, type Panel } from '../panel.ts';
import { askGuides, countMissed } from './ask-guides.ts';
import { EServices } from './e-services.tsx';
import { GuideView } from './guide-view.tsx';

/** Nothing is asked before this much is written, nor while it is being written. */
const ENOUGH = 4;
const PAUSE = 350;

/** What may answer the question that is being written: up to three suggestions. Without an answer there are none. */
export function Suggestions({ panel }: { readonly panel: Panel }) {
  const { state, text, language } = panel;
  const { t, lang } = language;
  const site = state.site?.id ?? '';
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [read, setRead] = useState<SearchHit | null>(null);
  const question = masked(text.trim());
  useEffect(() => {
    if (question.length < ENOUGH) {
      setHits([]);
      return;
    }
    const aborted = new AbortController();
    const timer = setTimeout(() => {
      askGuides(site, question, lang, aborted.signal).then(setHits, () => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [site, question, lang]);
  const last = useRef({ question, lang, found: 0 });
  // Empty already when it is shown for the last time: what was sent is what was there before.
  if (question) last.current = { question, lang, found: hits.length };
  useEffect(
    () => () => {
      const sent = last.current;
      const { messages } = panel.state;
      if (messages.length > 0 && sent.found === 0 && sent.question.length >= ENOUGH)
        countMissed(site, sent.question, sent.lang);
    },
    [panel, site],
  );
  return (
    <>
      <p class="visually-hidden" role="status">
        {hits.length > 0 && t.suggestionsFound({ n: hits.length })}
      </p>
      {state.site?.askTopic === 'off' && <EServices panel={panel} />}
      {hits.length > 0 && (
        <section class="suggestions" aria-labelledby="suggestions">
          <h2 id="suggestions">{t.suggestions}</h2>
          <ul class="suggestions-list">
            {hits.map((hit) => (
              <li key={`${hit.kind} ${hit.id}`}>
                <button type="button" lang={hit.language} dir="auto" onClick={() => setRead(hit)}>
                  <Icon of={iconBook} />
                  {hit.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {read && <GuideView panel={panel} hit={read} onClose={() => setRead(null)} />}
    </>
  );
}
