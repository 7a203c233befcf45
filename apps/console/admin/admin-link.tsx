import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { inPage } from '../routing/in-page.ts';
import { adminAddress } from '../routing/route.ts';

interface AdminLinkProps {
  /** Null is the beginning of the administration. */
  readonly section: string | null;
  readonly item?: string | null;
  readonly class?: string;
  readonly current?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A link within the administration; with a modifier key it opens as any link does. */
export function AdminLink({ section, item = null, class: className, current, children }: AdminLinkProps) {
  const { route } = useApp();
  return (
    <a
      class={className}
      href={adminAddress(section, item)}
      aria-current={current ? 'page' : undefined}
      onClick={inPage(() => route.openAdmin(section, item))}
    >
      {children}
    </a>
  );
}
