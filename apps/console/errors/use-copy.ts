import { useApp } from '../app-context.ts';

/** Copies a text, and says whether it went: `done` is what is said when it did. */
export function useCopy(): (text: string, done: string) => void {
  const { i18n, toasts } = useApp();
  // Over plain http the browser has no clipboard for us, not even one that refuses.
  const write = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
  return (text, done) =>
    void write(text).then(
      () => toasts.show({ text: done }),
      () => toasts.show({ text: i18n.t.copyFailed, tone: 'error' }),
    );
}
