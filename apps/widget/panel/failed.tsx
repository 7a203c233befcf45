import type { ShownMessage } from '@lotsa/client';
import { Button } from '@lotsa/ui';
import { errorText } from './error-text.ts';
import { Identify } from './identity/identify.tsx';
import { focusField } from './focus.ts';
import type { Panel } from './panel.ts';
import { WaysToReachUs } from './ways-to-reach-us.tsx';
import './failed.css';

/** Why a message did not go, and what can be done with it besides trying again. */
export function Failed({ panel, message }: { panel: Panel; message: ShownMessage }) {
  const { chat, language } = panel;
  if (message.kind !== 'text' || !message.error) return null;
  const change = (): void => {
    chat.discardMessage(message.id);
    panel.write([panel.text, message.text].filter(Boolean).join('\n'));
    focusField();
  };
  const { error } = message;
  const { t, formats } = language;
  const banned = error.code === 'banned';
  const unknown = error.code === 'identification_needed';
  const why = unknown ? t.eidNeeded : errorText(error, t);
  return (
    <div class="failed" role={unknown ? undefined : 'alert'}>
      <p role={unknown ? 'alert' : undefined}>
        {banned ? t.banned({ when: formats.dayTime(error.data.until) }) : why}
      </p>
      {banned && <WaysToReachUs panel={panel} />}
      {unknown && <Identify panel={panel} onDone={() => chat.retryMessage(message.id)} />}
      <Button onClick={change}>{t.change}</Button>
      <Button onClick={() => chat.discardMessage(message.id)}>{t.discard}</Button>
    </div>
  );
}
