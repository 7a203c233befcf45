import type { Observable } from '@lotsa/client';
import { batch, signal } from '@preact/signals';

/**
 * A state as signals, one for each of its fields: what reads `value.me` is worked out and drawn again when `me` is another, and not
 * with every message. `value` is always the same object; what is read of it is what holds now.
 */
export function fieldSignals<State extends object>(source: Observable<State>): { readonly value: State } {
  const names = Object.keys(source.state) as (keyof State)[];
  const fields = names.map((name) => [name, signal(source.state[name])] as const);
  source.subscribe((next) =>
    batch(() => {
      for (const [name, field] of fields) field.value = next[name];
    }),
  );
  const value = {} as State;
  for (const [name, field] of fields) Object.defineProperty(value, name, { get: () => field.value });
  return { value };
}
