import { Skeleton } from '@lotsa/ui';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { focusInto } from './focus.ts';
import { Header } from './header.tsx';
import type { Panel } from './panel.ts';
import { Conversation } from './parts.ts';
import { Trouble } from './trouble.tsx';
import { Views } from './views.tsx';

/** The panel: the header, and one view at a time. It is rendered whole whenever something has changed. */
export function App({ panel }: { readonly panel: Panel }) {
  const [, changed] = useState({});
  const [ending, setEnding] = useState(false);
  const { state, language, embedder, entered } = panel;
  const { phase, site } = state;
  const { t } = language;
  const name = panel.say(site?.centreName);
  const answered = site !== null;
  useLayoutEffect(() => panel.onChange(() => changed({})), [panel]);
  useEffect(() => {
    document.title = [t.title, name].filter(Boolean).join(' – ');
  }, [t, name]);
  useLayoutEffect(() => {
    if (entered) focusInto();
  }, [entered, answered]);
  useEffect(() => {
    // By now the visitor reads; what comes next may come.
    if (answered) Conversation.load(panel).catch(() => undefined);
  }, [panel, answered]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (ending) setEnding(false);
      else embedder?.tell({ lotsa: 'close' });
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [ending, embedder]);
  return (
    <div class="panel" data-alone={!embedder || undefined}>
      <Header panel={panel} onEnd={() => setEnding(true)} />
      <main class="panel-main" aria-busy={phase === 'loading'}>
        {site && phase !== 'outdated' ? (
          <Views panel={panel} ending={ending} onStay={() => setEnding(false)} />
        ) : phase === 'loading' ? (
          <div class="panel-view">
            <p class="visually-hidden">{t.loading}</p>
            <Skeleton lines={5} />
          </div>
        ) : (
          <Trouble panel={panel} />
        )}
      </main>
    </div>
  );
}
