import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMailDoc, MailboxDoc } from '@lotsa/storage';
import { createLooking, type Ending, type Looking } from '../looking.ts';
import type { Relay } from '../sockets/relay.ts';
import { folderOf, mailboxError, type OpenMailbox, withMailbox } from './mailbox.ts';
import { takeMail } from './take-mail.ts';

/**
 * Reads the mailbox: one relay at a time, whichever comes first (rule M2). A look takes what has come, and is over when that is done or the
 * mailbox could not be reached. What a relay that stops did not finish is taken again by the next one.
 */
export type MailReader = Looking;

/** Where mails lie that are in a case, and those that are not: somebody may want to look at them in its mail program. */
const FOLDERS = { taken: 'Lotsa', outside: 'Lotsa-review' } as const;

const LEASE = 'incoming-mail';
/** A relay that was killed holds the mailbox no longer than this; a mail takes less. */
const LEASE_MS = 2 * 60_000;
const AT_ONCE = 50;
/** What became of mails that are in no case is told for so long; they themselves stay in the mailbox. */
const INCOMING_KEPT_MS = 30 * 24 * 60 * 60_000;

/** The id of what is remembered of a mailbox: made of whose it is, without the password. */
export function mailboxId(url: string): string {
  const { host, username, pathname } = new URL(url);
  return createHash('sha256').update(`${host}\n${username}\n${pathname}`).digest('hex').slice(0, 32);
}

/** Makes it. Without `IMAP_URL` it does nothing. */
export function createMailReader(relay: Relay): MailReader {
  const { config, storage, now, log } = relay.context;
  const url = config.imapUrl;
  const holder = randomUUID();

  async function lookOnce(ending: Ending): Promise<void> {
    const mayGoOn = async (): Promise<boolean> =>
      !ending.stopped() && relay.leases.keep(LEASE, holder, LEASE_MS);
    await forgetOld();
    if (url === null || !(await mayGoOn())) return;
    const id = mailboxId(url);
    const at = now();
    try {
      const box = await withMailbox(url, ending.signal, (mailbox) =>
        readAll(mailbox, id, folderOf(url), mayGoOn),
      );
      if (box) await storage.put('mailboxes', { ...box, lookedAt: at, reachedAt: at, error: null });
    } catch (error) {
      if (ending.stopped()) return;
      const word = mailboxError(error);
      log.warn({ code: word }, 'the mailbox was not read; it is tried again');
      const known = await storage.get('mailboxes', id);
      await storage.put('mailboxes', {
        ...(known ?? { id, uidValidity: '', firstUid: 0, since: 0, reachedAt: null }),
        lookedAt: at,
        error: word,
      });
    }
  }

  async function readAll(
    mailbox: OpenMailbox,
    id: string,
    inbox: string,
    mayGoOn: () => Promise<boolean>,
  ): Promise<MailboxDoc | undefined> {
    await bringBackAsked(mailbox, inbox);
    const folder = await mailbox.open(inbox);
    if (!folder) throw Object.assign(new Error('no such folder'), { code: 'ENOFOLDER' });
    const box = await firstMailOf(mailbox, folder, id);
    await storage.put('mailboxes', box);
    for (const { uid, receivedAt } of (await mailbox.list(box.firstUid)).slice(0, AT_ONCE)) {
      if (!(await mayGoOn())) return undefined;
      const read = await mailbox.read(uid);
      if (!read) continue;
      const doc = await takeMail(relay, { ...read, receivedAt: receivedAt || now() });
      if (doc.state === 'trying') continue;
      // A relay that is killed here leaves it in the mailbox: the next one knows it, and moves it.
      const place = await mailbox.move(uid, isTaken(doc) ? FOLDERS.taken : FOLDERS.outside);
      await storage.update('incomingMails', doc.id, { place });
    }
    await eraseAsked(mailbox);
    return box;
  }

  /** What lay there before Lotsa first looked is left alone: nobody expects an answer to it from a program. */
  async function firstMailOf(
    mailbox: OpenMailbox,
    { uidValidity, uidNext }: { uidValidity: string; uidNext: number },
    id: string,
  ): Promise<MailboxDoc> {
    const at = now();
    const known = await storage.get('mailboxes', id);
    const fresh = { id, uidValidity, lookedAt: at, reachedAt: at, error: null };
    if (!known || known.uidValidity === '') return { ...fresh, firstUid: uidNext, since: at };
    if (known.uidValidity === uidValidity) return { ...known, ...fresh };
    // The server has numbered all mails anew. It says when they came in whole seconds (RFC 3501, 2.3.3).
    const since = known.since - (known.since % 1_000);
    const newer = (await mailbox.list(1)).find(({ receivedAt }) => receivedAt >= since);
    return { ...fresh, firstUid: newer?.uid ?? uidNext, since: known.since };
  }

  /** What somebody asked to have tried again is laid where mail comes in. */
  async function bringBackAsked(mailbox: OpenMailbox, inbox: string): Promise<void> {
    for (const doc of await inState('waiting')) {
      if (!doc.place) continue;
      const uid = await placeOf(mailbox, doc);
      if (uid === null) await storage.update('incomingMails', doc.id, { state: 'failed', why: 'gone' });
      else {
        await mailbox.move(uid, inbox);
        await storage.update('incomingMails', doc.id, { place: null });
      }
    }
  }

  /** Mails whose case was erased go with it (rule P4). */
  async function eraseAsked(mailbox: OpenMailbox): Promise<void> {
    for (const doc of await inState('erasing')) {
      const uid = await placeOf(mailbox, doc);
      if (uid !== null) await mailbox.remove(uid);
      await storage.removeOne('incomingMails', doc.id, { state: 'erasing' });
    }
  }

  async function inState(state: IncomingMailDoc['state']): Promise<IncomingMailDoc[]> {
    const query = { index: 'byState', equals: { state }, limit: AT_ONCE } as const;
    return (await storage.find('incomingMails', query)).docs;
  }

  /** Where a mail lies now; null when it is not where it was laid. Opens its folder. */
  async function placeOf(
    mailbox: OpenMailbox,
    { place, messageId }: IncomingMailDoc,
  ): Promise<number | null> {
    const folder = place && (await mailbox.open(place.folder));
    if (!place || !folder) return null;
    const known = place.uid > 0 && place.uidValidity === folder.uidValidity;
    if (known && (await mailbox.list(place.uid))[0]?.uid === place.uid) return place.uid;
    return messageId === '' ? null : ((await mailbox.find(messageId)).at(-1) ?? null);
  }

  async function forgetOld(): Promise<void> {
    const until = now() - INCOMING_KEPT_MS;
    // Also what was begun, and has left the mailbox by somebody else's hand since.
    for (const state of ['ignored', 'held', 'failed', 'waiting', 'trying'] as const) {
      const old = { index: 'byState', equals: { state }, limit: AT_ONCE } as const;
      const range = { field: 'receivedAt', lte: until } as const;
      // What lay long in the mailbox before it was read is told of as long as the rest.
      for (const { id, takenAt } of (await storage.find('incomingMails', { ...old, range })).docs)
        if (takenAt <= until) await storage.removeOne('incomingMails', id, { state });
    }
  }

  const looking = createLooking(log, 'incoming mail', lookOnce);
  return {
    ...looking,
    async stop() {
      await looking.stop();
      if (url !== null) await relay.leases.leave(LEASE, holder).catch(() => undefined);
    },
  };
}

const isTaken = ({ state }: IncomingMailDoc): boolean => state === 'taken' || state === 'erasing';
