import type { Logger } from 'pino';

/** Something that looks again and again at what there is to do. */
export interface Looking {
  /** Does all that there is, and resolves when it is done. */
  look(): Promise<void>;
  /** There is something to do: looks soon. */
  hurry(): void;
  /** Begins nothing more; what is being done has a moment to be finished, and is done again otherwise. */
  stop(): Promise<void>;
}

/** What a look is told of its end. */
export interface Ending {
  /** Nothing more is to be begun. */
  stopped(): boolean;
  /** The moment is over: what is still being done is let go of. */
  signal: AbortSignal;
}

/** Asked for in one moment, done by one look. */
const HURRY_MS = 50;
const LAST_MOMENT_MS = 3_000;

/** Makes it of what one look does. @param what is in the log when a look that was hurried fails. */
export function createLooking(
  log: Logger,
  what: string,
  lookOnce: (ending: Ending) => Promise<void>,
): Looking {
  const over = new AbortController();
  let stopped = false;
  const ending: Ending = { stopped: () => stopped, signal: over.signal };
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** One look at a time; whoever asks meanwhile waits for it and for one more. */
  async function look(): Promise<void> {
    while (looking) await looking.catch(() => undefined);
    looking = lookOnce(ending).finally(() => {
      looking = undefined;
    });
    await looking;
  }

  return {
    look,
    hurry() {
      if (stopped) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        look().catch((error: unknown) => log.warn({ err: error, what }, 'a look failed; it is tried again'));
      }, HURRY_MS);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const late = setTimeout(() => over.abort(), LAST_MOMENT_MS);
      while (looking) await looking.catch(() => undefined);
      clearTimeout(late);
    },
  };
}
