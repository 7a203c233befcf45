import { decideRegistration, hasGrown, recordId, type RegistrationCommand } from '@lotsa/core';
import { fail, type RecordRef, type Registration, type StaffRef } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { newRegistration, registerBy } from './gather.ts';

type RegistryRelay = Pick<Relay, 'context' | 'conversations' | 'cases' | 'leases' | 'directory'>;

/** Records on their way to the diary (rule P4). */
export interface Registry {
  get(of: RecordRef): Promise<Registration | undefined>;
  /** Puts a case in the queue by a person's word; one that was dismissed comes back. */
  ask(doc: CaseDoc, by: StaffRef): Promise<Registration>;
  /** Carries out a change. @throws LotsaError `not_found`, or where its state does not allow it. */
  change(of: RecordRef, command: RegistrationCommand, by: StaffRef): Promise<Registration>;
}

/** Makes it. Two who change one at once: the second decides on what the first has done. */
export function createRegistry({ context, cases, leases, directory }: RegistryRelay): Registry {
  const { storage, now } = context;
  const get = (of: RecordRef): Promise<Registration | undefined> =>
    storage.get('registrations', recordId(of));

  async function grown(of: RecordRef, registration: Registration): Promise<boolean> {
    const doc = of.type === 'case' ? await cases.byNumber(of.id) : undefined;
    return doc !== undefined && hasGrown(doc.log, registration);
  }

  return {
    get,
    ask: (doc, by) =>
      leases.hold('registry', async () => {
        const of: RecordRef = { type: 'case', id: doc.number };
        const known = await get(of);
        if (known && known.state !== 'dismissed') return known;
        const site = (await directory()).sites.get(doc.siteId);
        const at = now();
        const fresh = newRegistration({
          of,
          doc,
          since: at,
          deadline: registerBy(site, at),
          ruleId: known?.ruleId ?? '',
          now: at,
        });
        await storage.put('registrations', { ...fresh, by });
        return { ...fresh, by };
      }),
    change: (of, command, by) =>
      leases.hold('registry', async () => {
        const before = await get(of);
        if (!before) throw fail('not_found', {});
        const known = command.type === 'confirm' ? { ...command, grown: await grown(of, before) } : command;
        const after = decideRegistration(before, known, { by, now: now() });
        await storage.put('registrations', after);
        return after;
      }),
  };
}
