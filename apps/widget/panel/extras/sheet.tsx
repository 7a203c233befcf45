import { IconButton, iconClose } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
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
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    addEventListener('keydown', pressed, true);
    return () => removeEventListener('keydown', pressed, true);
  }, [onClose]);
  return (
    <section class="sheet" aria-label={title}>
      <header class="sheet-head">
        <h2>{title}</h2>
        <IconButton icon={iconClose} label={panel.language.t.closeSheet} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}
