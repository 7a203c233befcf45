import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';

/**
 * A signal's value for what is only shown: the first change at once, and what follows in the same frame together in the next one. Of
 * a hundred conversations that move in a list at the same time each would otherwise draw it anew, and the frame would wait for all.
 */
export function useByFrame<Value>(source: ReadonlySignal<Value>): Value {
  const shown = useSignal(source.peek());
  const waits = useRef(false);
  useSignalEffect(() => {
    const { value } = source;
    if (waits.current) return;
    shown.value = value;
    waits.current = true;
    requestAnimationFrame(() => {
      waits.current = false;
      shown.value = source.peek();
    });
  });
  return shown.value;
}
