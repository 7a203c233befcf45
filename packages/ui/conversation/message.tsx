import type { ComponentChildren } from 'preact';
import { Button } from '../controls/button.tsx';
import type { Formats } from '../i18n/formats.ts';
import { Icon } from '../icons/icon.tsx';
import { iconCheck, iconCheckDouble, iconClock, iconError, iconLock } from '../icons/message-paths.ts';
import { iconRetry } from '../icons/paths.ts';
import type { TranscriptItem, TranscriptTexts } from './item.ts';
import './message.css';

/** Props of {@link Message}. */
export interface MessageProps {
  readonly item: TranscriptItem;
  /** It carries on from the message above: the author is not shown again, but still said. */
  readonly continued: boolean;
  readonly texts: TranscriptTexts;
  readonly formats: Formats;
  readonly onRetry?: ((key: string) => void) | undefined;
  readonly renderText?: ((text: string, item: TranscriptItem) => ComponentChildren) | undefined;
}

const stateIcons = {
  sending: iconClock,
  sent: iconCheck,
  delivered: iconCheckDouble,
  read: iconCheckDouble,
  failed: iconError,
};

/** One message, or one thing that happened. */
export function Message({ item, continued, texts, formats, onRetry, renderText }: MessageProps) {
  const { side, text, lang, dir, state, content } = item;
  const author = item.author ?? (side === 'own' ? texts.own : undefined);
  return (
    <div
      class="ui-message"
      role="listitem"
      data-side={side}
      data-continued={continued || undefined}
      data-state={state}
    >
      {author && (
        <p class={continued || (side === 'own' && !item.author) ? 'visually-hidden' : 'ui-message-author'}>
          <bdi>{author}</bdi>
          {side === 'note' && <> · {texts.note}</>}
        </p>
      )}
      <div class="ui-bubble">
        {side === 'note' && <Icon of={iconLock} />}
        {text && (
          <div class="ui-message-text" lang={lang} dir={dir ?? 'auto'}>
            {renderText?.(text, item) ?? text}
          </div>
        )}
        {content}
        <span class="ui-message-meta">
          <time dateTime={new Date(item.at).toISOString()}>{formats.time(item.at)}</time>
          {state && (
            // Its changes are not news: only a failure is, and that one is said by who sends.
            <span class="ui-message-state" aria-live="off" title={texts.states[state]}>
              <Icon of={stateIcons[state]} />
              <span class="visually-hidden">{texts.states[state]}</span>
            </span>
          )}
        </span>
      </div>
      {state === 'failed' && (
        <p class="ui-message-failed">
          {texts.states.failed}
          {onRetry && (
            <Button variant="quiet" icon={iconRetry} onClick={() => onRetry(item.key)}>
              {texts.retry}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
