import type { ComponentChildren } from 'preact';
import './typing.css';

/** Somebody is writing. Seen, not said: told each time, it would drown the messages. */
export function Typing({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="ui-typing">
      <span class="ui-typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {children}
    </p>
  );
}
