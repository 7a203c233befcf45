import { addWorkingDays, hasGrown, recordId } from '@lotsa/core';
import type { Registration, RetentionRule, Site } from '@lotsa/protocol';
import type { CaseDoc, Documents, Page } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';

const BATCH = 100;
/** Of one kind in one look; the next goes on. */
const PAGES = 50;
/** Clocks of relays differ, and writes overtake each other: what was closed this long before is looked at again. */
const OVERLAP_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What a look is about: a class of conversations or a type of case, and the rule that asks for its transfer. */
interface Kind {
  type: 'conversation' | 'case';
  of: string;
  rule: RetentionRule | null;
}

/**
 * Puts in the registrar's queue what became something to be registered since the last time, and what a rule has transferred before it is
 * erased (rule P4). What was put there before is only brought up to date.
 */
export async function gatherRegistrations(context: Context): Promise<void> {
  const rules = await everyDocument(context.storage, 'retentionRules');
  const sites = new Map((await everyDocument(context.storage, 'sites')).map((site) => [site.id, site]));
  const exporting = rules.filter(({ action }) => action === 'export');
  const kinds: Kind[] = exporting.flatMap((rule): Kind[] =>
    rule.record === 'conversation'
      ? [{ type: 'conversation', of: rule.recordClass ?? '', rule }]
      : rule.kinds.map((of): Kind => ({ type: 'case', of, rule })),
  );
  // Whatever the rules say: the law has it registered.
  if (!kinds.some(({ type, of }) => type === 'conversation' && of === 'register'))
    kinds.push({ type: 'conversation', of: 'register', rule: null });
  for (const kind of kinds) await gather(context, kind, sites);
}

async function gather(context: Context, kind: Kind, sites: ReadonlyMap<string, Site>): Promise<void> {
  const { storage, now } = context;
  const series = `registrations:${kind.rule?.id ?? ''}:${kind.of}`;
  const since = Math.max(0, ((await storage.get('counters', series))?.value ?? 0) - OVERLAP_MS);
  let after: string | null = null;
  let last: number | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const found: Found = await find(context, kind, since, after);
    for (const { registration, log } of found.found.map((each) => waiting(each, kind, sites, now())))
      await keep(context, registration, log);
    last = found.found.at(-1)?.since ?? last;
    after = found.next;
    if (after === null) break;
  }
  if (last !== null) await storage.put('counters', { id: series, value: Math.min(last, now()) });
}

interface Each {
  doc: Documents['conversations'] | CaseDoc;
  of: Registration['of'];
  since: number;
}
interface Found {
  found: Each[];
  next: string | null;
}

async function find(
  { storage }: Context,
  { type, of }: Kind,
  since: number,
  after: string | null,
): Promise<Found> {
  if (type === 'conversation') {
    const { docs, next }: Page<'conversations'> = await storage.find('conversations', {
      index: 'byClassing',
      equals: { recordClass: of },
      range: { field: 'classedAt', gte: since },
      limit: BATCH,
      after,
    });
    return {
      found: docs.map((doc) => ({ doc, of: { type, id: doc.id }, since: doc.classedAt ?? 0 })),
      next,
    };
  }
  const { docs, next }: Page<'cases'> = await storage.find('cases', {
    index: 'byKind',
    equals: { kind: of },
    range: { field: 'closedAt', gte: since },
    limit: BATCH,
    after,
  });
  return {
    found: docs.map((doc) => ({ doc, of: { type, id: doc.number }, since: doc.closedAt ?? 0 })),
    next,
  };
}

function waiting(
  { doc, of, since }: Each,
  { rule }: Kind,
  sites: ReadonlyMap<string, Site>,
  now: number,
): { registration: Registration; log: CaseDoc['log'] } {
  const mustBeRegistered = 'recordClass' in doc && doc.recordClass === 'register';
  const registration = newRegistration({
    of,
    doc,
    since,
    ruleId: rule?.id ?? '',
    deadline:
      mustBeRegistered || !rule?.after
        ? registerBy(sites.get(doc.siteId), since)
        : // What is only transferred has until its time is out, and a working day where that is at once.
          Math.max(
            registerBy(sites.get(doc.siteId), since),
            since + rule.after.amount * (rule.after.unit === 'hours' ? DAY_MS / 24 : DAY_MS),
          ),
    now,
  });
  return { registration, log: 'log' in doc ? doc.log : [] };
}

/** Without delay (OSL 5 kap. 1 §): by the end of the next working day. */
export function registerBy(site: Pick<Site, 'hours'> | undefined, since: number): number {
  if (!site) return since + DAY_MS;
  try {
    return addWorkingDays(site.hours, since, 1);
  } catch {
    // A site that is never open.
    return since + DAY_MS;
  }
}

/** A registration as it begins. */
export const newRegistration = ({
  of,
  doc: { closedAt, secret },
  since,
  deadline,
  ruleId,
  now,
}: {
  of: Registration['of'];
  doc: Pick<CaseDoc, 'closedAt' | 'secret'>;
  since: number;
  deadline: number;
  ruleId: string;
  now: number;
}): Registration => ({
  id: recordId(of),
  of,
  ruleId,
  state: 'waiting',
  closedAt,
  since,
  deadline,
  secret,
  diaryNumber: null,
  checksum: null,
  exportedSeq: null,
  reason: null,
  by: null,
  at: now,
});

/** Adds it, or brings the one that is there up to date: its rule, from when its time counts, and that it has grown again. */
async function keep({ storage }: Context, wanted: Registration, log: CaseDoc['log']): Promise<void> {
  if ((await storage.insert('registrations', [wanted])) > 0) return;
  const known = await storage.get('registrations', wanted.id);
  if (!known) return;
  const { ruleId, closedAt, secret } = wanted;
  // Classed anew as something to be registered after it was not to be; a case that goes on after its transfer is transferred again.
  const again = known.state === 'dismissed' && wanted.of.type === 'conversation' && wanted.since > known.at;
  const grown = known.state === 'transferred' && hasGrown(log, known);
  const state = again ? 'waiting' : grown ? 'registered' : known.state;
  if (
    known.ruleId === ruleId &&
    known.closedAt === closedAt &&
    known.secret === secret &&
    known.state === state
  )
    return;
  const fresh = again ? { since: wanted.since, deadline: wanted.deadline, reason: null } : {};
  await storage.update(
    'registrations',
    known.id,
    { ruleId, closedAt, secret, state, ...fresh },
    { state: known.state },
  );
}
