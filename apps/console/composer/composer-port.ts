/** What other panes ask of the composer that is on the screen. */
export interface Composing {
  /** Puts a text where the cursor is. */
  readonly insert: (text: string) => void;
  readonly focus: () => void;
}

/** The way to the composer, if there is one. */
export interface ComposerPort extends Composing {
  /** The composer announces itself; the answer ends it. */
  readonly attach: (composing: Composing) => () => void;
}

/** Makes a way to the composer. Without a composer nothing happens. */
export function createComposerPort(): ComposerPort {
  let current: Composing | null = null;
  return {
    insert: (text) => current?.insert(text),
    focus: () => current?.focus(),
    attach(composing) {
      current = composing;
      return () => {
        if (current === composing) current = null;
      };
    },
  };
}
