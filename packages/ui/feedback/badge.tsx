import type { ComponentChildren } from 'preact';
import type { Tone } from '../tone.ts';
import './badge.css';

/** Props of {@link Badge}. */
export interface BadgeProps {
  readonly tone?: Tone | undefined;
  readonly children: ComponentChildren;
  /** What a screen reader says instead of the children, when they are too short to understand. */
  readonly label?: string | undefined;
}

/** A short word or figure that marks a thing. */
export function Badge({ tone = 'neutral', children, label }: BadgeProps) {
  return (
    <span class="ui-badge" data-tone={tone}>
      {label ? <span aria-hidden="true">{children}</span> : children}
      {label && <span class="visually-hidden">{label}</span>}
    </span>
  );
}

/** Props of {@link CountBadge}. */
export interface CountBadgeProps {
  readonly n: number;
  /** The figure in words, e.g. "3 olästa". */
  readonly label: string;
  /** Above this it says e.g. "99+". */
  readonly max?: number | undefined;
  readonly tone?: Tone | undefined;
}

/** How many there are; nothing at all when there are none. */
export function CountBadge({ n, label, max = 99, tone = 'accent' }: CountBadgeProps) {
  if (n <= 0) return null;
  return (
    <Badge tone={tone} label={label}>
      {/* Isolated: in right-to-left text it would read +99. */}
      <bdi dir="ltr">{n > max ? `${max}+` : n}</bdi>
    </Badge>
  );
}
