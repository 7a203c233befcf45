import type { ShownMessage } from '@lotsa/client';
import type { FileRef } from '@lotsa/protocol';
import { Button, type TranscriptItem } from '@lotsa/ui';
import { errorText } from './error-text.ts';
import { eventText } from './event-text.ts';
import { WaysToReachUs } from './ways-to-reach-us.tsx';
import type { Language } from './language.ts';
import type { Panel } from './panel.ts';

/**
 * How a message of the conversation is shown, in one language. The same message is the same item, so that a long
 * conversation renders only what changed.
 */
export function createItems(panel: Panel, language: Language): (message: ShownMessage) => TranscriptItem {
  const known = new WeakMap<ShownMessage, TranscriptItem>();
  const { t, lang, dir } = language;
  const department = (id: string): string => panel.say(panel.state.departments[id]) || id;

  function made(message: ShownMessage): TranscriptItem {
    const { id: key, at, author } = message;
    if (message.kind === 'event') {
      return {
        key,
        at,
        side: 'system',
        lang,
        dir,
        text: eventText(message.event, t, department, language.formats),
      };
    }
    const spoken = panel.state.conversation?.language;
    return {
      key,
      at,
      side: author.type === 'visitor' ? 'own' : author.type === 'staff' ? 'other' : 'system',
      ...(author.type === 'staff' && { author: author.name }),
      text: message.kind === 'file' ? '' : message.text,
      // Nobody says what language a text is in; that of the conversation is what it was begun in (WCAG 3.1.2).
      lang: spoken === lang ? undefined : spoken,
      ...(message.kind === 'file' && { content: <FileLink file={message.file} /> }),
      ...(message.state && { state: message.state }),
      ...(message.error && { content: <Failed panel={panel} message={message} /> }),
    };
  }

  return (message) => {
    const item = known.get(message) ?? made(message);
    known.set(message, item);
    return item;
  };
}

/** A file that was sent, to be opened. */
function FileLink({ file }: { file: FileRef }) {
  return (
    <a href={`/api/files/${file.id}`} target="_blank" rel="noopener" dir="auto">
      {file.name}
    </a>
  );
}

/** Why a message did not go, and what can be done with it besides trying again. */
function Failed({ panel, message }: { panel: Panel; message: ShownMessage }) {
  const { chat, language } = panel;
  if (message.kind !== 'text' || !message.error) return null;
  const change = (): void => {
    chat.discardMessage(message.id);
    panel.write([panel.text, message.text].filter(Boolean).join('\n'));
    document.querySelector<HTMLElement>('.composer textarea')?.focus();
  };
  const { error } = message;
  const { t, formats } = language;
  const banned = error.code === 'banned';
  return (
    <div class="failed" role="alert">
      <p>{banned ? t.banned({ when: formats.dayTime(error.data.until) }) : errorText(error, t)}</p>
      {banned && <WaysToReachUs panel={panel} />}
      <Button onClick={change}>{language.t.change}</Button>
      <Button onClick={() => chat.discardMessage(message.id)}>{language.t.discard}</Button>
    </div>
  );
}
