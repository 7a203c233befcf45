import { actorOfKey, apiCase, apiEntry } from '@lotsa/core';
import {
  type DeliveryState,
  fail,
  type Handover,
  type HandoverAnswers,
  type StaffRef,
} from '@lotsa/protocol';
import type { CaseDoc, HandoverDoc, Page } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Cases } from '../cases/cases.ts';
import type { Context } from '../context.ts';
import { createWorker, queued, type Tried } from '../outbound/worker.ts';
import { type Connector, ConnectorError, type OutgoingRecord, type RecordStatus } from './connector.ts';
import { openConnector } from './open-connector.ts';

/** Cases on their way to another system. */
export interface HandingOver {
  /** A case was opened: it goes on where its type does. */
  opened(doc: CaseDoc): void;
  list(state: DeliveryState | null, after: string | null): Promise<HandoverAnswers['handovers:list']>;
  again(by: StaffRef, id: string): Promise<Handover>;
  look(): Promise<void>;
  stop(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;
/** What is known of a handover is kept as long as anybody asks for it; the case's own log keeps its number for ever. */
const KEPT_MS = 400 * DAY_MS;
/** A diary number is waited for this long. */
const GIVE_UP_MS = 30 * DAY_MS;
const TRY_MS = 60_000;
const AT_ONCE = 2;
/** Cases that were opened are looked for this often, from a while before the last look. */
const LOOK_MS = 60_000;
const BACK_MS = 60_000;
const LOOKED = 'handovers-looked';
const PAGE = 50;
const SCAN = 200;

/** After so many tries to hand it over. */
const retryAfter = (tries: number): number => ([1, 5, 15, 60, 120][Math.max(0, tries - 1)] ?? 240) * 60_000;
/** When to ask for its number again, when it was handed over so long ago. */
const askAgainAfter = (ms: number): number =>
  ms < 10 * 60_000 ? 30_000 : ms < DAY_MS ? 10 * 60_000 : 60 * 60_000;

/** Makes it. Nothing of it happens where no connector is set up. */
export function createHandingOver(context: Context, audit: Audit, cases: () => Cases): HandingOver {
  const { storage, config, now, log } = context;
  const connector = openConnector(config);
  const kinds = [...(config.connector?.kinds ?? [])];
  const target = config.connector ? targetOf(config.connector.url) : null;
  /** In whose name what comes back is written. */
  const user = actorOfKey({ id: 'connector', name: target ?? 'connector' });
  let lookedAt = -Infinity;
  const going = new Set<Promise<void>>();

  async function queue(docs: readonly CaseDoc[]): Promise<void> {
    // What is secret leaves by a person's hand (rule P6).
    const goes = docs.filter(
      ({ kind, secret, mergedInto }) => kinds.includes(kind) && !secret && mergedInto === null,
    );
    const at = now();
    const fresh = goes.map(({ id, number }): HandoverDoc => ({
      id,
      number,
      createdAt: at,
      ...queued(at, GIVE_UP_MS),
      externalId: null,
      externalNumber: null,
      error: null,
    }));
    if (fresh.length > 0 && (await storage.insert('handovers', fresh)) > 0) worker.hurry();
  }

  async function attempt(handover: HandoverDoc, signal: AbortSignal): Promise<Tried<'handovers'>> {
    if (!connector) return { became: 'failed', error: 'EOFF' };
    const doc = await cases().get(handover.id);
    // Erased, or marked as secret since: it stays here.
    if (!doc || doc.secret) return { became: 'failed', error: doc ? 'ESECRET' : 'EGONE' };
    try {
      return await carry(connector, handover, doc, signal);
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (error.permanent) return { became: 'failed', error: error.code };
      return { became: 'queued', error: error.code, waitMs: retryAfter(handover.tries) };
    }
  }

  async function carry(
    to: Connector,
    { id, externalId: known, createdAt }: HandoverDoc,
    doc: CaseDoc,
    signal: AbortSignal,
  ): Promise<Tried<'handovers'>> {
    let externalId = known;
    if (externalId === null) {
      await audit(user, 'caseHandedOver', id, { once: `handed-over-${id}` });
      externalId = await to.deliver(recordOf(doc), signal);
      await storage.update('handovers', id, { externalId });
    }
    const status = await to.status(externalId, signal);
    if (status.state === 'received')
      return { became: 'queued', error: null, waitMs: askAgainAfter(now() - createdAt), uncounted: true };
    await writeBack(doc, externalId, status);
    return status.state === 'registered'
      ? { became: 'sent', set: { externalNumber: status.number } }
      : { became: 'failed', error: 'EREFUSED' };
  }

  /** What came back stands in the case; named by what it says, so that it stands there once. */
  async function writeBack(doc: CaseDoc, externalId: string, status: RecordStatus): Promise<void> {
    const text =
      status.state === 'registered'
        ? `Registrerat: ${status.number}`
        : `Togs inte emot: ${status.state === 'refused' ? status.reason : ''}`;
    const by = {
      actor: { type: 'staff', user } as const,
      id: `connector-${status.state}-${doc.seq}`.slice(0, 64),
    };
    const written = doc.log.some((entry) => entry.event.type === 'noted' && entry.event.text === text);
    if (written) return;
    await audit(user, 'caseChanged', doc.id, { reason: `note ${externalId}`.slice(0, 200) });
    await cases().execute(doc.number, { type: 'note', text }, by);
  }

  const recordOf = ({ log: entries, ...doc }: CaseDoc): OutgoingRecord => ({
    format: 'lotsa-case',
    version: 1,
    id: doc.id,
    case: apiCase(user, doc),
    contact: doc.contact,
    log: entries.map(apiEntry),
    url: `${config.publicUrl}/console/cases/${doc.number}`,
  });

  const worker = createWorker(context, {
    collection: 'handovers',
    keptMs: KEPT_MS,
    atOnce: AT_ONCE,
    tryMs: TRY_MS,
    attempt: connector && attempt,
    about: ({ number }) => ({ number }),
  });

  /** Finds what a relay that was killed had opened and not queued. */
  async function catchUp(): Promise<void> {
    if (!connector || (now() - lookedAt < LOOK_MS && now() >= lookedAt)) return;
    lookedAt = now();
    const upTo = now() - BACK_MS;
    const looked = await storage.get('counters', LOOKED);
    const from = Math.min(looked?.value ?? upTo, upTo);
    for (const open of [1, 0] as const) {
      let after: string | null = null;
      do {
        const page: Page<'cases'> = await storage.find('cases', {
          index: 'byEnd',
          equals: { open },
          range: { field: 'lastAt', gte: from },
          limit: SCAN,
          after,
        });
        await queue(page.docs.filter(({ receivedAt }) => receivedAt >= from));
        after = page.next;
      } while (after !== null);
    }
    await storage.put('counters', { id: LOOKED, value: upTo });
  }

  return {
    opened(doc) {
      if (!connector || doc.seq !== 1) return;
      const one = queue([doc])
        .catch((error: unknown) => log.warn({ err: error }, 'a case was not handed over; it is found again'))
        .finally(() => going.delete(one));
      going.add(one);
    },
    async list(state, after) {
      const query =
        state === null ? { index: 'byTime' as const } : { index: 'byState' as const, equals: { state } };
      const { docs, next } = await storage.find('handovers', { ...query, order: 'desc', limit: PAGE, after });
      return { handovers: docs.map(shown), next, target, kinds };
    },
    async again(by, id) {
      const doc = await storage.get('handovers', id);
      if (!doc) throw fail('not_found', {});
      if (doc.state !== 'failed' || !connector) throw fail('wrong_status', { status: doc.state });
      await audit(by, 'caseHandedOver', id);
      // What was refused is handed over anew; what was taken is only asked for.
      const refused = doc.error === 'EREFUSED' ? { externalId: null } : {};
      const set = { ...queued(now(), GIVE_UP_MS), ...refused };
      const changed = await storage.update('handovers', id, set, { state: 'failed' });
      if (!changed) throw fail('wrong_status', { status: doc.state });
      worker.hurry();
      return shown(changed);
    },
    async look() {
      await catchUp();
      await worker.look();
    },
    async stop() {
      await Promise.all(going);
      await worker.stop();
    },
  };
}

function shown({ giveUpAt: _giveUpAt, ...handover }: HandoverDoc): Handover {
  return handover;
}

/** Where cases go, as it is shown: a folder's path, or a host. */
const targetOf = (url: string): string =>
  url.startsWith('file:') ? new URL(url).pathname : new URL(url).host;
