import { Fragment, type ComponentChildren, type VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
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

/** Messages that the browser takes together, or leaves alone together while they are out of sight (see transcript.css). */
const PIECE = 50;

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
            <div class="ui-transcript-day" role="listitem">
              <time dateTime={day}>{formats.day(item.at)}</time>
            </div>
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

  // A piece begins where it once began: earlier messages that come in above move no others from one piece to another.
  const begins = useRef(new Set<string>()).current;
  const pieces: VNode[][] = [];
  items.forEach((item, index) => {
    const piece = pieces.at(-1);
    const { vnode } = rowOf(item, items[index - 1]);
    if (piece && piece.length < PIECE && !begins.has(item.key)) piece.push(vnode);
    else {
      begins.add(item.key);
      pieces.push([vnode]);
    }
  });

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
        {/* Not lists of their own: it is one list, which a screen reader counts as a whole. */}
        <div role="list">
          {pieces.map((piece) => (
            <div key={piece[0]?.key} class="ui-transcript-piece">
              {piece}
            </div>
          ))}
        </div>
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
