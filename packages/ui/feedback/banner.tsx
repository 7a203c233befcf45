import type { ComponentChildren } from 'preact';
import { IconButton } from '../controls/icon-button.tsx';
import { Icon } from '../icons/icon.tsx';
import { iconAlert, iconInfo, iconOk } from '../icons/banner-paths.ts';
import { iconError } from '../icons/message-paths.ts';
import { iconClose } from '../icons/paths.ts';
import './banner.css';

/** Props of {@link Banner}. */
export interface BannerProps {
  readonly tone?: 'info' | 'warn' | 'error' | 'ok' | undefined;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  /** A button or a link. */
  readonly action?: ComponentChildren;
  /** Shows a close button; needs `dismissLabel`. */
  readonly onDismiss?: (() => void) | undefined;
  readonly dismissLabel?: string | undefined;
  /** It came up while the page was in use: say it aloud (an error at once, others when there is a pause). */
  readonly announce?: boolean | undefined;
}

const icons = { info: iconInfo, warn: iconAlert, error: iconError, ok: iconOk };

/** A message about the page or the view it heads. */
export function Banner({
  tone = 'info',
  title,
  children,
  action,
  onDismiss,
  dismissLabel = '',
  announce,
}: BannerProps) {
  return (
    <div
      class="ui-banner"
      data-tone={tone}
      // An alert is heard though it comes with its text, which a status is not; this one waits for a pause (WCAG 4.1.3).
      role={announce ? 'alert' : undefined}
      aria-live={announce && tone !== 'error' ? 'polite' : undefined}
    >
      <Icon of={icons[tone]} />
      <div class="ui-banner-text">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {action && <div class="ui-banner-action">{action}</div>}
      </div>
      {onDismiss && <IconButton icon={iconClose} label={dismissLabel} onClick={onDismiss} />}
    </div>
  );
}
