import type { VisitorState } from '@lotsa/client';
import { Transcript, type TranscriptTexts, Typing } from '@lotsa/ui';
import { useMemo } from 'preact/hooks';
import { createItems } from './items.tsx';
import { Linked } from './linked.tsx';
import type { Panel } from './panel.ts';

const renderText = (text: string) => <Linked text={text} />;

/** The messages, and what happened between them. */
export function Conversation({ panel }: { readonly panel: Panel }) {
  const { state, chat, i18n } = panel;
  const { messages, typing, phase }: VisitorState = state.value;
  const { t, formats } = i18n;
  const texts = useMemo<TranscriptTexts>(
    () => ({
      own: t.you,
      note: t.note,
      retry: t.retry,
      newMessages: (n) => t.newMessages({ n }),
      states: { sending: t.sending, sent: t.sent, delivered: t.delivered, read: t.read, failed: t.failed },
    }),
    [t],
  );
  const itemOf = useMemo(() => createItems(panel), [t]);
  const items = useMemo(() => messages.flatMap((message) => itemOf(message) ?? []), [messages, itemOf]);
  const retry = useMemo(() => (id: string) => chat.retryMessage(id), [chat]);
  return (
    <Transcript
      items={items}
      label={t.conversation}
      texts={texts}
      formats={formats}
      renderText={renderText}
      onRetry={retry}
      busy={phase === 'loading'}
      after={typing && <Typing>{t.typing({ name: typing })}</Typing>}
    />
  );
}
