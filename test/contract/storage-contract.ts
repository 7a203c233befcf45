import type { Storage } from '@lotsa/storage';
import { afterAll, beforeAll, describe } from 'vitest';
import { auditing } from './auditing.ts';
import { appending } from './appending.ts';
import { counting } from './counting.ts';
import { documents } from './documents.ts';
import { erasing } from './erasing.ts';
import { finding } from './finding.ts';
import { handoffs } from './handoffs.ts';
import { marks } from './marks.ts';
import { racing } from './racing.ts';
import { reopening } from './reopening.ts';
import { searching } from './searching.ts';
import { strings } from './strings.ts';

/** An empty store of its own. */
export interface Store<S extends Storage = Storage> {
  storage: S;
  /** Closes the storage and opens the same data again; the new one is in `storage`, too. */
  reopen(): Promise<S>;
  /** Closes it and leaves nothing behind. */
  destroy(): Promise<void>;
}

/** The store that the tests of one part share; its documents have ids of their own in each test. */
export type Current = () => Store;

const PARTS = {
  auditing,
  appending,
  counting,
  racing,
  handoffs,
  marks,
  documents,
  erasing,
  finding,
  searching,
  strings,
  reopening,
};

/** Holds an adapter to every sentence of the port's doc comments. `open` gives a new empty store each time. */
export function storageContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the storage contract`, () => {
    for (const [part, register] of Object.entries(PARTS)) {
      describe(part, { timeout: 60_000 }, () => {
        let store: Store;
        beforeAll(async () => {
          store = await open();
        }, 60_000);
        afterAll(() => store.destroy(), 60_000);
        register(() => store);
      });
    }
  });
}
