import { digestDueAt, type HandoffIn, digestOf, hasNews, weekOf } from '@lotsa/core';
import type { Digest } from '@lotsa/protocol';
import type { HandoffDoc, Storage, UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { mailAddressFor, mailChoicesOf } from './choices.ts';
import { digestLetter } from './staff-letters.ts';
import { recurring } from './recurring.ts';

/** Hand-offs of a kind that are looked at for one user. */
const MOST = 500;
/** One that was answered in a week may have been asked this long before. */
const ASKED_BEFORE_MS = 60 * 24 * 60 * 60_000;
/** The counter that says up to which Monday the week's mails have been sent. */
const SENT = 'weekly-digest';

/** A specialist's week: 0 is the one that goes on. */
export async function readDigest(
  storage: Storage,
  user: UserDoc,
  weeksAgo: number,
  now: number,
): Promise<Digest> {
  const week = weekOf(now, weeksAgo);
  const newest = { order: 'desc', limit: MOST } as const;
  const since = { field: 'requestedAt', gte: week.from - ASKED_BEFORE_MS } as const;
  const ofMine = (state: string) => ({ acceptedById: user.id, state });
  const byName = (state: string) => ({ userId: user.id, state });
  const pages = await Promise.all([
    storage.find('handoffs', { index: 'byAccepter', equals: ofMine('answered'), range: since, ...newest }),
    storage.find('handoffs', { index: 'byAccepter', equals: ofMine('accepted'), ...newest }),
    storage.find('handoffs', { index: 'byUser', equals: byName('expired'), range: since, ...newest }),
    storage.find('handoffs', { index: 'byUser', equals: byName('requested'), ...newest }),
    ...user.departmentIds.map((departmentId) =>
      storage.find('handoffs', {
        index: 'byDepartment',
        equals: { departmentId, userId: '', skillId: '', state: 'requested' },
        ...newest,
      }),
    ),
    ...user.skills.map((skillId) =>
      storage.find('handoffs', { index: 'bySkill', equals: { skillId, state: 'requested' }, ...newest }),
    ),
  ]);
  return digestOf(
    user.id,
    pages.flatMap(({ docs }) => docs.map(handoffIn)),
    week,
    now,
  );
}

const handoffIn = ({ handoffId, ...doc }: HandoffDoc): HandoffIn => ({ ...doc, id: handoffId });

/** Sends specialists their week. */
export interface Digests {
  /** Sends last week's from Monday morning on, once to each, on however many relays. */
  look(): Promise<void>;
}

/** Makes it. */
export function createDigests(relay: Pick<Relay, 'context' | 'directory' | 'mail'>): Digests {
  const { storage, now, config } = relay.context;
  async function sendAll(due: number): Promise<void> {
    const [site] = (await relay.directory()).sites.values();
    if (!site) return;
    const address = (path: string): string => config.publicUrl + path;
    for (const user of await everyDocument(storage, 'users')) {
      const to = user.role === 'specialist' && user.active ? mailAddressFor(user, 'digest') : null;
      if (to === null) continue;
      const digest = await readDigest(storage, user, 1, now());
      if (!hasNews(digest)) continue;
      const { language } = mailChoicesOf(user);
      const letter = digestLetter(digest, site, address, language);
      await relay.mail.queue({ id: `digest:${user.id}:${due}`, kind: 'digest', site, to, language, letter });
    }
  }

  return recurring(relay.context, digestDueAt, SENT, sendAll);
}
