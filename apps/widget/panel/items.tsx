import type { ShownMessage } from '@lotsa/client';
import type { TranscriptItem } from '@lotsa/ui';
import { eventText } from './event-text.ts';
import { CaseLink, SentFile } from './extras/parts.ts';
import type { Language } from './language.ts';
import type { Panel } from './panel.ts';
import { Failed } from './parts.ts';

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
        ...(message.event.type === 'caseOpened' && { content: <CaseLink panel={panel} /> }),
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
      content: contentOf(message),
      ...(message.state && { state: message.state }),
    };
  }

  function contentOf(message: ShownMessage) {
    if (message.error) return <Failed panel={panel} message={message} />;
    if (message.kind === 'file') return <SentFile panel={panel} file={message.file} />;
    return null;
  }

  return (message) => {
    const item = known.get(message) ?? made(message);
    known.set(message, item);
    return item;
  };
}
