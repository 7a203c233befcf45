import { Fragment, type ComponentChildren } from 'preact';
import { Button } from '../controls/button.tsx';
import type { Formats } from '../i18n/formats.ts';
import { iconDown } from '../icons/paths.ts';
import { continues, type TranscriptItem, type TranscriptTexts } from './item.ts';
import { Message, type MessageProps } from './message.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';
import './transcript.css';

/** Props of {@link Transcript}. */
export interface TranscriptProps extends Pick<MessageProps, 'onRetry' | 'renderText'> {
  /** In order. An item, the renderer and the handler keep their identity while nothing about them changes. */
  readonly items: readonly TranscriptItem[];
  /** The name of the log, e.g. "Samtalet". */
  readonly label: string;
  readonly texts: TranscriptTexts;
  readonly formats: Formats;
  /** History is being filled in: a screen reader does not read it aloud. */
  readonly busy?: boolean | undefined;
  /** Above the first message, e.g. a button for earlier ones. */
  readonly before?: ComponentChildren;
  /** Below the log, always in sight and never announced: who is typing. */
  readonly after?: ComponentChildren;
}

/**
 * A conversation as both sides see it. `role="log"`: each new message is said once, politely, with its author. It fills its
 * parent's height and scrolls by itself.
 */
export function Transcript({
  items,
  label,
  texts,
  formats,
  busy,
  before,
  after,
  ...message
}: TranscriptProps) {
  const { scroller, unseen, toEnd, onScroll } = useStickToEnd(items);
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
        <ol class="ui-transcript-items">
          {items.map((item, index) => {
            const previous = items[index - 1];
            const day = formats.dayKey(item.at);
            const newDay = !previous || formats.dayKey(previous.at) !== day;
            return (
              <Fragment key={item.key}>
                {newDay && (
                  <li class="ui-transcript-day">
                    <time dateTime={day}>{formats.day(item.at)}</time>
                  </li>
                )}
                <Message
                  {...message}
                  item={item}
                  continued={!newDay && continues(item, previous)}
                  texts={texts}
                  formats={formats}
                />
              </Fragment>
            );
          })}
        </ol>
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
