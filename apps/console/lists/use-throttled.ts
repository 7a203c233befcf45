import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** Nobody reads a list that moves more often; pages that are fetched one after the other come less often. */
const PAUSE_MS = 100;

/**
 * A signal's value for what is only shown: the first change at once, and what follows within a tenth of a second together. Of
 * a hundred conversations that move in a list at the same time each would otherwise draw it anew, and whoever scrolls would wait.
 */
export function useThrottled<Value>(source: ReadonlySignal<Value>): Value {
  const shown = useSignal(source.peek());
  const waits = useRef(false);
  useSignalEffect(() => {
    const { value } = source;
    if (waits.current) return;
    shown.value = value;
    waits.current = true;
    setTimeout(() => {
      waits.current = false;
      shown.value = source.peek();
    }, PAUSE_MS);
  });
  return shown.value;
}
