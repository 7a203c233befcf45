import type { Answer } from '@lotsa/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';

/** What the relay answered, or in words why it did not; both null before. */
export function useAnswer<Value>(ask: () => Promise<Answer<Value>>) {
  const { i18n } = useApp();
  const [value, setValue] = useState<Value | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function load(): Promise<void> {
    setFailure(null);
    const answer = await ask();
    if (answer.ok) setValue(answer.value);
    else setFailure(errorText(i18n, answer.error));
  }
  useEffect(() => {
    void load();
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, and again by hand
  }, []);
  return { value, failure, load };
}
