import { Component, type ComponentChildren, type VNode } from 'preact';
import { useRef } from 'preact/hooks';
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

interface RowProps extends Pick<TranscriptProps, 'texts' | 'formats' | 'onRetry' | 'renderText'> {
  readonly item: TranscriptItem;
  readonly previous: TranscriptItem | undefined;
  /** At midnight "today" becomes "yesterday". */
  readonly today: string;
}

/**
 * An item, below the day that begins with it. It is drawn again when one of its props is another: a message costs something once, not
 * with each one that follows. (To keep its vnode instead would keep everything that was ever drawn beside it: a vnode knows its parent.)
 */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return (Object.keys(next) as (keyof RowProps)[]).some((name) => next[name] !== this.props[name]);
  }

  override render({ item, previous, texts, formats, onRetry, renderText }: RowProps) {
    const day = formats.dayKey(item.at);
    const newDay = !previous || formats.dayKey(previous.at) !== day;
    const continued = !newDay && continues(item, previous);
    return (
      <>
        {newDay && (
          <div class="ui-transcript-day" role="listitem">
            <time dateTime={day}>{formats.day(item.at)}</time>
          </div>
        )}
        <Message {...{ item, continued, texts, formats, onRetry, renderText }} />
      </>
    );
  }
}

/**
 * A conversation as both sides see it. `role="log"`: each new message is said once, politely, with its author. It fills its
 * parent's height and scrolls by itself.
 */
export function Transcript(props: TranscriptProps) {
  const { items, label, texts, formats, busy, before, after, onRetry, renderText, onAtEnd } = props;
  const { scroller, unseen, toEnd, onScroll } = useStickToEnd(items, onAtEnd);

  const today = formats.dayKey(Date.now());
  // A piece begins where it once began: earlier messages that come in above move no others from one piece to another.
  const begins = useRef(new Set<string>()).current;
  const pieces: VNode[][] = [];
  items.forEach((item, index) => {
    const piece = pieces.at(-1);
    const previous = items[index - 1];
    const row = <Row key={item.key} {...{ item, previous, today, texts, formats, onRetry, renderText }} />;
    if (piece && piece.length < PIECE && !begins.has(item.key)) piece.push(row);
    else {
      begins.add(item.key);
      pieces.push([row]);
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
