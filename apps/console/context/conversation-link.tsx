import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { inPage } from '../routing/in-page.ts';
import { addressOf } from '../routing/route.ts';

/** A way to another conversation, in this page. */
export function ConversationLink({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ComponentChildren;
}) {
  const { route } = useApp();
  return (
    <a href={addressOf(id)} onClick={inPage(() => route.open(id))}>
      {children}
    </a>
  );
}
