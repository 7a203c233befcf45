import type { ComponentChildren } from 'preact';

/** Text for a screen reader only. */
export function VisuallyHidden({ children }: { readonly children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>;
}
