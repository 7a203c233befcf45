import { IconButton, iconClose } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import type { Panel } from '../panel.ts';

/** Props of {@link Sheet}. */
export interface SheetProps {
  readonly panel: Panel;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What opens under the field. Escape closes it, and not the panel. */
export function Sheet({ panel, title, onClose, children }: SheetProps) {
  return (
    <section
      class="sheet"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="sheet-head">
        <h2>{title}</h2>
        <IconButton icon={iconClose} label={panel.language.t.closeSheet} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}
