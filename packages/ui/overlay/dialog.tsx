import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../controls/icon-button.tsx';
import { iconClose } from '../icons/paths.ts';
import './dialog.css';

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly title: string;
  /** Esc or the close button: take the dialog away. */
  readonly onClose: () => void;
  readonly closeLabel: string;
  readonly children: ComponentChildren;
  /** The buttons at the end. */
  readonly footer?: ComponentChildren;
  readonly size?: 's' | 'm' | 'l' | undefined;
}

/**
 * A modal dialog that is open as long as it is mounted: `{open && <Dialog …/>}`. It is the native `<dialog>`, so the rest
 * of the page is inert; focus starts at an `autofocus` element or the first control and goes back to where it was.
 * A click beside it does nothing: what is typed must not be lost by a slip.
 */
export function Dialog({ title, onClose, closeLabel, children, footer, size = 'm' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="ui-dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file chooser inside also sends cancel, and it bubbles.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="ui-dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={iconClose} label={closeLabel} onClick={onClose} />
      </header>
      <div class="ui-dialog-body">{children}</div>
      {footer && <footer class="ui-dialog-foot">{footer}</footer>}
    </dialog>
  );
}
