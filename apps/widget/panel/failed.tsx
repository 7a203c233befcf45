import type { ShownMessage } from '@lotsa/client';
import { Button } from '@lotsa/ui';
import { errorText } from './error-text.ts';
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
  return (
    <div class="failed" role="alert">
      <p>{banned ? t.banned({ when: formats.dayTime(error.data.until) }) : errorText(error, t)}</p>
      {banned && <WaysToReachUs panel={panel} />}
      <Button onClick={change}>{t.change}</Button>
      <Button onClick={() => chat.discardMessage(message.id)}>{t.discard}</Button>
    </div>
  );
}
