import { Fragment, type ComponentChildren, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import type { Formats } from '../i18n/formats.ts';
import { iconDown } from '../icons/message-paths.ts';
import { continues, type TranscriptItem, type TranscriptTexts } from './item.ts';
import { Message, type MessageProps } from './message.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';
import './transcript.css';

/** Props of {@link Transcript}. */
export interface TranscriptProps extends Pick<MessageProps, 'onRetry' | 'renderText'> {
  /** In order. An item keeps its identity while nothing about it changes, and so do the texts and the two functions. */
  readonly items: readonly TranscriptItem[];
  /** The name of the log, e.g. "Samtalet". */
  readonly label: string;
  readonly texts: TranscriptTexts;
  readonly formats: Formats;
  /** Told when the last item goes out of sight, and when it is seen again. At first it is in sight. */
  readonly onAtEnd?: ((atEnd: boolean) => void) | undefined;
  /** History is being filled in: a screen reader does not read it aloud. */
  readonly busy?: boolean | undefined;
  /** Above the first message, e.g. a button for earlier ones. */
  readonly before?: ComponentChildren;
  /** Below the log, always in sight and never announced: who is typing. */
  readonly after?: ComponentChildren;
}

/** What an item was last drawn as, and after which one. */
interface Row {
  readonly day: string;
  readonly previous: TranscriptItem | undefined;
  readonly vnode: VNode;
}

/**
 * A conversation as both sides see it. `role="log"`: each new message is said once, politely, with its author. It fills its
 * parent's height and scrolls by itself.
 */
export function Transcript(props: TranscriptProps) {
  const { items, label, texts, formats, busy, before, after, onRetry, renderText, onAtEnd } = props;
  const { scroller, unseen, toEnd, onScroll } = useStickToEnd(items, onAtEnd);

  // At midnight "today" becomes "yesterday".
  const today = formats.dayKey(Date.now());
  // Preact leaves alone what it is given again: a message costs something once, not with each one that follows.
  const rowOf = useMemo(() => {
    const rows = new WeakMap<TranscriptItem, Row>();
    return (item: TranscriptItem, previous: TranscriptItem | undefined): Row => {
      const known = rows.get(item);
      if (known && known.previous === previous) return known;
      const day = formats.dayKey(item.at);
      const newDay = !previous || rows.get(previous)?.day !== day;
      const continued = !newDay && continues(item, previous);
      const vnode = (
        <Fragment key={item.key}>
          {newDay && (
            <li class="ui-transcript-day">
              <time dateTime={day}>{formats.day(item.at)}</time>
            </li>
          )}
          <Message {...{ item, continued, texts, formats, onRetry, renderText }} />
        </Fragment>
      );
      const row = { day, previous, vnode };
      rows.set(item, row);
      return row;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the day names depend on it
  }, [texts, formats, onRetry, renderText, today]);

  return (
    <div class="ui-transcript">
      {/* Focusable, so that the keyboard can scroll it. */}
      <div
        ref={scroller}
        class="ui-transcript-log"
        role="log"
        aria-label={label}
        aria-relevant="additions"
        aria-busy={busy}
        tabIndex={0}
        onScroll={onScroll}
      >
        {before && (
          <div class="ui-transcript-before" aria-live="off">
            {before}
          </div>
        )}
        <ol class="ui-transcript-items">{items.map((item, index) => rowOf(item, items[index - 1]).vnode)}</ol>
      </div>
      {after}
      {unseen > 0 && (
        <Button class="ui-transcript-new" variant="primary" icon={iconDown} onClick={toEnd}>
          {texts.newMessages(unseen)}
        </Button>
      )}
    </div>
  );
}
