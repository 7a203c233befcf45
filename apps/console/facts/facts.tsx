import type { ComponentChildren } from 'preact';
import './facts.css';

/** A name and what it is; the names of a list differ. */
export type Fact = readonly [name: string, value: ComponentChildren];

/** What is known about something, one line each. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
