/**
 * Something with a state that changes. `state` is immutable: a change is a new object, and what did not change inside
 * it keeps its identity, so a screen can compare with `===`.
 */
export interface Observable<State> {
  readonly state: State;
  /** Calls `listener` after every change, not at once. The answer ends it. */
  subscribe(listener: (state: State) => void): () => void;
}

/** An {@link Observable} together with the way to change it. */
export interface MutableState<State> extends Observable<State> {
  /** Takes the fields that are given; listeners hear of it only when one of them is another than before. */
  set(patch: Partial<State>): void;
}

/** Makes a state that starts as `initial`. */
export function createState<State extends object>(initial: State): MutableState<State> {
  let state = initial;
  const listeners = new Set<(state: State) => void>();
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(patch) {
      const keys = Object.keys(patch) as (keyof State)[];
      if (keys.every((key) => patch[key] === state[key])) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state);
    },
  };
}
