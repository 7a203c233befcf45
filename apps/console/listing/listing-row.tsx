import { Badge, type Tone } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';

/** Props of {@link ListingRow}. */
interface ListingRowProps {
  /** What it is. */
  readonly title: ComponentChildren;
  readonly tone: Tone;
  /** The state that it is in, in words. */
  readonly state: string;
  /** What else there is to say of it in short, each a `<span>`. */
  readonly where: ComponentChildren;
  /** What can be done with it. */
  readonly actions: ComponentChildren;
  /** More of it, below. */
  readonly children?: ComponentChildren;
}

/** One of a list: what it is, where it is, and what can be done with it. */
export function ListingRow({ title, tone, state, where, actions, children }: ListingRowProps) {
  return (
    <li class="listing-row">
      <p>{title}</p>
      <p class="listing-where">
        <Badge tone={tone}>{state}</Badge>
        {where}
      </p>
      {children}
      {actions && <div class="listing-do">{actions}</div>}
    </li>
  );
}
