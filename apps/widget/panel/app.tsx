import { isOver } from '@lotsa/client';
import { Banner, Button, Skeleton } from '@lotsa/ui';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { EndQuestion } from './end-question.tsx';
import { focusInto } from './focus.ts';
import { Header } from './header.tsx';
import { LeaveQuestion } from './leave-question.tsx';
import { Over } from './over.tsx';
import type { Panel } from './panel.ts';
import { Trouble } from './trouble.tsx';
import { Waiting } from './waiting.tsx';
import { Welcome } from './welcome.tsx';

/** The panel: one view at a time, between the header and what can be done. */
export function App({ panel }: { readonly panel: Panel }) {
  const { state, i18n, embedder, entered } = panel;
  const { phase, site } = state.value;
  const ending = useSignal(false);
  const name = panel.say(site?.centreName);
  useEffect(() => {
    document.title = [i18n.t.title, name].filter(Boolean).join(' – ');
  }, [i18n.t, name]);
  useLayoutEffect(() => {
    if (entered.value) focusInto();
  }, [entered.value, site !== null]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (ending.value) ending.value = false;
      else embedder?.tell({ lotsa: 'close' });
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  return (
    <div class="panel" data-alone={!embedder || undefined}>
      <Header panel={panel} onEnd={() => (ending.value = true)} />
      <main class="panel-main" aria-busy={phase === 'loading'}>
        {site ? <Views panel={panel} ending={ending.value} onStay={() => (ending.value = false)} /> : null}
        {!site && phase === 'loading' && (
          <div class="panel-view">
            <p class="visually-hidden">{i18n.t.loading}</p>
            <Skeleton lines={5} />
          </div>
        )}
        {!site && phase !== 'loading' && <Trouble panel={panel} />}
      </main>
    </div>
  );
}

function Views({ panel, ending, onStay }: { panel: Panel; ending: boolean; onStay: () => void }) {
  const { state, chat, lost, i18n } = panel;
  const { conversation, messages, offer, phase } = state.value;
  const { t } = i18n;
  if (phase === 'outdated') return <Trouble panel={panel} />;
  const over = conversation !== null && isOver(conversation);
  const talking = messages.length > 0;
  const closed = !talking && offer?.chat === false;
  const refused = messages.findLast((m) => m.error?.code === 'chat_closed');
  return (
    <>
      <div role="status">
        {lost.value && (
          <Banner tone="warn" title={t.lost} action={<Button onClick={() => chat.retry()}>{t.retry}</Button>}>
            {t.lostText}
          </Banner>
        )}
      </div>
      {talking ? <Conversation panel={panel} /> : <Welcome panel={panel} />}
      {talking && !over && !refused && <Waiting panel={panel} />}
      {over && <Over panel={panel} />}
      {(closed || refused) && <LeaveQuestion panel={panel} refused={refused} />}
      {ending && !over && <EndQuestion panel={panel} onStay={onStay} />}
      {!over && !closed && !refused && (
        <Composer panel={panel} label={talking ? t.writeMessage : t.writeQuestion} />
      )}
    </>
  );
}
