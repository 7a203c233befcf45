import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import type { IconPath } from '../icons/paths.ts';
import './empty-state.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  readonly icon: IconPath;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** A button or a link to what can be done. */
  readonly action?: ComponentChildren;
}

/** What a view says when it has nothing to show: why, and what can be done. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="ui-empty">
      <Icon of={icon} />
      <p class="ui-empty-title">{title}</p>
      {children && <div class="ui-empty-text">{children}</div>}
      {action}
    </div>
  );
}
