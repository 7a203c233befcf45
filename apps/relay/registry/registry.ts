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
  /** Whether a change may be, for what is written down before it is. @throws LotsaError as {@link Registry.change} does. */
  check(of: RecordRef, command: RegistrationCommand): Promise<Registration>;
  /** Carries out a change. @throws LotsaError `not_found`, or where its state does not allow it. */
  change(of: RecordRef, command: RegistrationCommand, by: StaffRef): Promise<Registration>;
}

/** Who would do it does not decide whether it may be done. */
const NOBODY: StaffRef = { id: '', name: '' };

/** Makes it. Two who change one at once: the second decides on what the first has done. */
export function createRegistry({ context, cases, leases, directory }: RegistryRelay): Registry {
  const { storage, now } = context;
  const get = (of: RecordRef): Promise<Registration | undefined> =>
    storage.get('registrations', recordId(of));

  /** A registration as it is, and as it would be. */
  async function decided(
    of: RecordRef,
    command: RegistrationCommand,
    by: StaffRef,
  ): Promise<{ before: Registration; after: Registration }> {
    const before = await get(of);
    if (!before) throw fail('not_found', {});
    const known = command.type === 'confirm' ? { ...command, grown: await grown(of, before) } : command;
    return { before, after: decideRegistration(before, known, { by, now: now() }) };
  }

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
    check: async (of, command) => (await decided(of, command, NOBODY)).before,
    change: (of, command, by) =>
      leases.hold('registry', async () => {
        const { after } = await decided(of, command, by);
        await storage.put('registrations', after);
        return after;
      }),
  };
}
