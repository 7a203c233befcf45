import type { ThreadView } from '@lotsa/client';
import type { Conversation, Me } from '@lotsa/protocol';
import { Button, Skeleton, Transcript, type TranscriptTexts, Typing } from '@lotsa/ui';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { linkedText } from './linked-text.tsx';
import { createThreadItems } from './thread-items.ts';

/** Where each conversation was left, in pixels from the top, and after which message; one left at its end is not here. */
const left = new Map<string, { readonly top: number; readonly last: string | undefined }>();

/** Props of {@link Thread}. */
export interface ThreadProps {
  readonly conversation: Conversation;
  readonly thread: ThreadView;
  readonly me: Me;
}

/** The messages, who is writing, and what could not be sent. */
export function Thread({ conversation, thread, me }: ThreadProps) {
  const { i18n, state, staff } = useApp();
  const { t, formats, lang } = i18n;
  const { directory, typing } = state.value;
  const { id, language } = conversation;
  const place = useRef<HTMLDivElement>(null);

  const toItems = useMemo(
    () => createThreadItems({ me, directory, language, i18n }),
    // oxlint-disable-next-line react/exhaustive-deps -- the words change with the language
    [me.id, directory, language, i18n, lang],
  );
  const items = useMemo(() => toItems(thread.messages), [toItems, thread.messages]);
  const texts = useMemo<TranscriptTexts>(
    () => ({
      own: t.you,
      note: t.internalNote,
      retry: t.retry,
      newMessages: (n) => t.newMessages({ n }),
      states: { sending: t.sending, sent: t.sent, delivered: t.delivered, read: t.read, failed: t.failed },
    }),
    [t],
  );
  const retry = useCallback((key: string) => staff.retryMessage(key), [staff]);

  const last = useRef<string>(undefined);
  last.current = thread.messages.at(-1)?.id;

  const mark = useMarkRead(id, thread);

  useLayoutEffect(() => {
    const log = place.current?.querySelector<HTMLElement>('[role=log]');
    const was = left.get(id);
    // What has come since is shown first: it counts as read now.
    if (log && was && was.last === last.current) {
      log.scrollTop = was.top;
      mark(false);
    }
    return () => {
      if (!log) return;
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
      if (atEnd) left.delete(id);
      else left.set(id, { top: log.scrollTop, last: last.current });
    };
  }, [id, mark]);

  const failed = thread.messages.filter((line) => line.error !== null);
  const writing = typing[id] ?? [];
  return (
    <div ref={place} class="thread">
      <Transcript
        items={items}
        label={t.messages}
        texts={texts}
        formats={formats}
        onRetry={retry}
        renderText={linkedText}
        onAtEnd={mark}
        busy={!thread.complete}
        before={!thread.complete && <Skeleton lines={2} />}
        after={
          <>
            {failed.map((line) => (
              <p key={line.id} class="thread-failed" role="alert">
                {line.error && errorText(i18n, line.error)}
                <Button variant="quiet" onClick={() => staff.discardMessage(line.id)}>
                  {t.hidden}
                </Button>
              </p>
            ))}
            {writing.length > 0 && (
              <Typing>
                {formats.list(
                  writing.map(({ name }) => (name === null ? t.visitorTypes : t.someoneTypes({ name }))),
                )}
              </Typing>
            )}
          </>
        }
      />
    </div>
  );
}

/** What has been in sight of somebody who looks has been read. The answer is told whether the last message is in sight. */
function useMarkRead(id: string, thread: ThreadView): (atEnd: boolean) => void {
  const { staff } = useApp();
  const inSight = useRef(true);
  const mark = useCallback(() => {
    if (inSight.current && document.visibilityState === 'visible' && document.hasFocus()) staff.markRead(id);
  }, [staff, id]);
  useEffect(() => {
    mark();
    addEventListener('focus', mark);
    document.addEventListener('visibilitychange', mark);
    return () => {
      removeEventListener('focus', mark);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [mark, thread.messages]);
  return useCallback(
    (atEnd: boolean) => {
      inSight.current = atEnd;
      mark();
    },
    [mark],
  );
}
