import { Transcript, type TranscriptTexts, Typing } from '@lotsa/ui';
import { useEffect, useMemo } from 'preact/hooks';
import type { LanguageFile } from '../languages/index.ts';
import { createItems } from './items.tsx';
import { Linked } from './linked.tsx';
import type { Panel } from './panel.ts';
import './conversation.css';

export { Tools } from './tools.tsx';
export { Waiting } from './waiting.tsx';

/** What is said in it. */
export const texts = [
  import.meta.glob<LanguageFile['talk']>(['../languages/*.ts', '!../languages/index.ts'], {
    query: '?talk',
    import: 'talk',
  }),
];

const renderText = (text: string) => <Linked text={text} />;

/** The messages, and what happened between them. */
export function Conversation({ panel }: { readonly panel: Panel }) {
  const { state, chat, language } = panel;
  const { messages, typing, phase } = state;
  const { t, formats } = language;
  const words = useMemo<TranscriptTexts>(
    () => ({
      own: t.you,
      retry: t.retry,
      newMessages: (n) => t.newMessages({ n }),
      states: { sending: t.sending, sent: t.sent, delivered: t.delivered, read: t.read, failed: t.failed },
    }),
    [t],
  );
  const itemOf = useMemo(() => createItems(panel, language), [panel, language]);
  const items = useMemo(() => messages.map(itemOf), [messages, itemOf]);
  const retry = useMemo(() => (id: string) => chat.retryMessage(id), [chat]);
  useEffect(() => () => panel.see(true), [panel]);
  return (
    <Transcript
      items={items}
      label={t.conversation}
      texts={words}
      formats={formats}
      renderText={renderText}
      onRetry={retry}
      onAtEnd={panel.see}
      busy={phase === 'loading'}
      after={typing && <Typing>{t.typing({ name: typing })}</Typing>}
    />
  );
}
