import type { Answer } from '@lotsa/protocol';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from './error-text.ts';

/** Does what a button asks, one at a time, and says in words when it did not work. */
export function useAct(): {
  readonly busy: boolean;
  /** What came of it, and `done` said; null when it was not done. What is asked may be given up: null, of which nothing is said. */
  readonly act: <Value>(
    ask: () => Promise<Answer<Value> | null>,
    done?: string,
  ) => Promise<{ readonly value: Value } | null>;
} {
  const { toasts, i18n } = useApp();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async act(ask, done) {
      if (busy) return null;
      setBusy(true);
      const answer = await ask();
      setBusy(false);
      if (!answer) return null;
      if (!answer.ok) {
        toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
        return null;
      }
      if (done) toasts.show({ text: done });
      return answer;
    },
  };
}
