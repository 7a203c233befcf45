import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
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

/** Runs before the effects of what is inside, so that they find it visible and can measure. */
function openModal(dialog: HTMLDialogElement | null) {
  const before = document.activeElement;
  dialog?.showModal();
  return () => {
    dialog?.close();
    giveBackFocus(dialog, before);
  };
}

/**
 * Focus goes back to where it was. What opened the dialog may be gone or hidden by now (the window is narrower): then to the
 * page's main part, or whatever is the first that can take it.
 */
function giveBackFocus(dialog: HTMLDialogElement | null, before: Element | null) {
  if (!(before instanceof HTMLElement) || before === document.body) return;
  before.focus();
  const all = (selector: string) => document.querySelectorAll<HTMLElement>(`${selector}:not(dialog *)`);
  for (const element of [...all('main'), ...all(':is(a[href], button)')]) {
    const now = document.activeElement;
    if (now !== document.body && !dialog?.contains(now)) return;
    element.focus();
  }
}

/**
 * A modal dialog that is open as long as it is mounted: `{open && <Dialog …/>}`. It is the native `<dialog>`, so the rest
 * of the page is inert; focus starts at an `autofocus` element or the first control and goes back to where it was.
 * A click beside it does nothing: what is typed must not be lost by a slip.
 */
export function Dialog({ title, onClose, closeLabel, children, footer, size = 'm' }: DialogProps) {
  const titleId = useId();
  return (
    <dialog
      ref={openModal}
      class="ui-dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file chooser inside also sends cancel, and it bubbles.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // The second Esc in a row cannot be cancelled in Chromium; a form with method="dialog" closes it too.
      onClose={(event) => event.currentTarget.isConnected && onClose()}
    >
      <div class="ui-dialog-head">
        <h2 id={titleId}>{title}</h2>
      </div>
      <div class="ui-dialog-body">{children}</div>
      {footer && <div class="ui-dialog-foot">{footer}</div>}
      {/* Last, so that focus starts in what the dialog is about. */}
      <IconButton class="ui-dialog-close" icon={iconClose} label={closeLabel} onClick={onClose} />
    </dialog>
  );
}
