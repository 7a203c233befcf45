import { Icon, type IconPath } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { inPage } from '../routing/in-page.ts';

interface RailLinkProps {
  readonly icon: IconPath;
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  /** A count over the icon. */
  readonly badge?: ComponentChildren;
  readonly onOpen: () => void;
}

/** A screen beside the lists: an address of its own, so that it opens in a new tab as any link does. */
export function RailLink({ icon, label, href, current, badge, onOpen }: RailLinkProps) {
  return (
    <a class="rail-tab" href={href} aria-current={current ? 'page' : undefined} onClick={inPage(onOpen)}>
      <span class="rail-icon">
        <Icon of={icon} />
        {badge}
      </span>
      {label}
    </a>
  );
}
