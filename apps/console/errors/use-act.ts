import type { Answer } from '@lotsa/protocol';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from './error-text.ts';

/** Does what a button asks, one at a time, and says in words when it did not work. */
export function useAct(): {
  readonly busy: boolean;
  /** True when it was done. */
  readonly act: (ask: () => Promise<Answer<unknown>>, done?: string) => Promise<boolean>;
} {
  const { toasts, i18n } = useApp();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async act(ask, done) {
      if (busy) return false;
      setBusy(true);
      const answer = await ask();
      setBusy(false);
      if (!answer.ok) toasts.show({ text: errorText(i18n, answer.error), tone: 'error' });
      else if (done) toasts.show({ text: done });
      return answer.ok;
    },
  };
}
