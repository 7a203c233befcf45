import type { Answer } from '@lotsa/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';

/** Something that is fetched as a whole. */
export interface Answered<Value> {
  /** What came last; null before. */
  readonly value: Value | null;
  /** Why what was asked for last did not come, in words. */
  readonly failure: string | null;
  /** Asks again; what is there stays until the answer comes. */
  readonly load: () => Promise<void>;
  /** What was stored meanwhile, in the place of what was fetched. */
  readonly setValue: (value: Value) => void;
}

/**
 * Asks for something, and from the beginning whenever one of `of` changes. An answer that somebody no longer waits for is
 * dropped.
 */
export function useAnswer<Value>(
  ask: () => Promise<Answer<Value>>,
  of: readonly unknown[] = [],
): Answered<Value> {
  const { i18n } = useApp();
  const [value, setValue] = useState<Value | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const turn = useRef(0);

  async function load(): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setFailure(null);
    const answer = await ask();
    if (mine !== turn.current) return;
    if (answer.ok) setValue(answer.value);
    else setFailure(errorText(i18n, answer.error));
  }
  function begin(): void {
    setValue(null);
    void load();
  }
  useEffect(() => {
    begin();
    // oxlint-disable-next-line react/exhaustive-deps -- `ask` is another one each time it is drawn; `of` says what it is about
  }, of);
  return { value, failure, load, setValue };
}
