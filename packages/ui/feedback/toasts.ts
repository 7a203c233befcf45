import { signal, type ReadonlySignal } from '@preact/signals';

/** A short message about something that was just done. */
export interface Toast {
  readonly key: number;
  readonly text: string;
  readonly tone: 'ok' | 'info' | 'error';
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

/** The toasts that are showing. */
export interface Toasts {
  readonly showing: ReadonlySignal<readonly Toast[]>;
  /** Shows one and gives its key. */
  readonly show: (toast: { text: string; tone?: Toast['tone']; action?: Toast['action'] }) => number;
  readonly dismiss: (key: number) => void;
}

/** At most this many at a time; the oldest gives way. */
const SHOWN = 4;

/** The store behind a `ToastRegion`; a page has one. */
export function createToasts(): Toasts {
  const showing = signal<readonly Toast[]>([]);
  let key = 0;
  return {
    showing,
    show({ text, tone = 'ok', action }) {
      key += 1;
      showing.value = [...showing.value, { key, text, tone, action }].slice(-SHOWN);
      return key;
    },
    dismiss(gone) {
      showing.value = showing.value.filter((toast) => toast.key !== gone);
    },
  };
}
