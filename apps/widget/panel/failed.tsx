import type { ShownMessage } from '@lotsa/client';
import { Button } from '@lotsa/ui';
import { errorText } from './error-text.ts';
import { focusField } from './focus.ts';
import type { Panel } from './panel.ts';
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
  return (
    <div class="failed" role="alert">
      <p>{errorText(message.error, language.t)}</p>
      <Button onClick={change}>{language.t.change}</Button>
      <Button onClick={() => chat.discardMessage(message.id)}>{language.t.discard}</Button>
    </div>
  );
}
