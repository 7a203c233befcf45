import type { Documents } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { createLooking, type Ending, type Looking } from '../looking.ts';

/** Collections of what is on its way out. Each has the indexes `byTime` and `byNextTry`. */
export type Outbox = 'mails' | 'webhookDeliveries' | 'handovers';

/** What came of one try. */
export type Tried<C extends Outbox> =
  /** It has arrived. */
  | { became: 'sent'; set?: Partial<Documents[C]> }
  /** The same would be refused again. */
  | { became: 'failed'; error: string }
  /** It is tried again after a while. `uncounted`: it was not really tried. */
  | { became: 'queued'; error: string | null; waitMs: number; uncounted?: true };

/** Takes what is due out of an outbox and tries to send it, with retries, on whichever relay comes first. */
export type Worker = Looking;

/** What puts something in the outbox, or back in it, for so long. */
export const queued = (at: number, forMs: number) =>
  ({ state: 'queued', tries: 0, nextTryAt: at, giveUpAt: at + forMs, endedAt: null }) as const;

/** How an outbox is emptied. */
export interface WorkerOptions<C extends Outbox> {
  collection: C;
  /** What is there is erased this long after it was written, whatever became of it. */
  keptMs: number;
  /** How many are sent at once. */
  atOnce: number;
  /** One try takes no longer. */
  tryMs: number;
  /** Null where nothing is sent: it is kept to be read. */
  attempt: ((doc: Documents[C], signal: AbortSignal) => Promise<Tried<C>>) | null;
  /** What may be logged of it: nothing of whom or what. */
  about: (doc: Documents[C]) => object;
  /** Told of one that is given up or refused for good, before it is said to be; it may be told twice. */
  failed?: (doc: Documents[C], error: string) => Promise<void>;
}

/** Whoever took one has it for longer than a try: a relay that was killed lets go of it then. */
const TAKEN_MORE_MS = 90_000;
const BATCH = 50;

/** Makes one. */
export function createWorker<C extends Outbox>(context: Context, options: WorkerOptions<C>): Worker {
  const { storage, log, now } = context;
  const { collection, attempt } = options;

  // What all outboxes have in common, said once to the compiler.
  type Doc = Documents[Outbox];
  const due = async (): Promise<Doc[]> => {
    const query = { index: 'byNextTry', range: { field: 'nextTryAt', lte: now() }, limit: BATCH };
    return (await storage.find(collection, query as never)).docs;
  };
  const update = async (id: string, set: Partial<Doc>, condition: Partial<Doc>): Promise<Doc | undefined> =>
    storage.update(collection, id, set as Partial<Documents[C]>, condition as Partial<Documents[C]>);

  async function lookOnce(ending: Ending): Promise<void> {
    const old = { index: 'byTime', range: { field: 'createdAt', lte: now() - options.keptMs }, limit: BATCH };
    await storage.remove(collection, old as never);
    if (!attempt) return;
    for (;;) {
      const docs = await due();
      if (docs.length === 0 || ending.stopped()) return;
      const next = async (): Promise<void> => {
        for (let doc = docs.shift(); doc && !ending.stopped(); doc = docs.shift())
          await take(doc, attempt, ending);
      };
      await Promise.all(Array.from({ length: options.atOnce }, next));
    }
  }

  /** Takes one, unless another relay has, and tries to send it. */
  async function take(found: Doc, send: NonNullable<typeof attempt>, ending: Ending): Promise<void> {
    const { id, nextTryAt, tries } = found;
    const takenUntil = now() + options.tryMs + TAKEN_MORE_MS;
    const doc = await update(id, { nextTryAt: takenUntil, tries: tries + 1 }, { nextTryAt, state: 'queued' });
    if (!doc) return;
    const settle = (set: Partial<Doc>): Promise<unknown> =>
      // Whoever took it since, because we were too slow, has it.
      update(id, set, { nextTryAt: takenUntil });
    const fail = async (error: string): Promise<void> => {
      await options.failed?.(doc as Documents[C], error);
      await settle({ state: 'failed', nextTryAt: null, endedAt: now(), error });
    };
    const about = { ...options.about(doc as Documents[C]), tries: doc.tries };
    if (doc.giveUpAt <= now()) {
      log.warn(about, `given up: ${collection}`);
      await fail(doc.error ?? 'ETOOLATE');
      return;
    }
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(options.tryMs)]);
    const tried = await send(doc as Documents[C], signal);
    if (tried.became === 'sent') {
      await settle({
        ...(tried.set as Partial<Doc>),
        state: 'sent',
        nextTryAt: null,
        endedAt: now(),
        error: tried.set?.error ?? null,
      });
      return;
    }
    if (!('uncounted' in tried)) log.warn({ ...about, code: tried.error }, `not sent: ${collection}`);
    if (tried.became === 'failed') await fail(tried.error);
    else
      await settle({
        nextTryAt: now() + (ending.stopped() ? 0 : tried.waitMs),
        error: tried.error,
        ...(tried.uncounted ? { tries } : {}),
      });
  }

  return createLooking(log, collection, lookOnce);
}
