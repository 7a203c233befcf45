import type { ComponentChildren } from 'preact';
import './status-dot.css';

/** Props of {@link StatusDot}. */
export interface StatusDotProps {
  readonly status: 'available' | 'busy' | 'away' | 'offline';
  /** The status in words. */
  readonly children: ComponentChildren;
}

/** A status with its word. The dot differs in shape as well as in colour (WCAG 1.4.1). */
export function StatusDot({ status, children }: StatusDotProps) {
  return (
    <span class="ui-status" data-status={status}>
      {children}
    </span>
  );
}
