import type { Relay } from '../sockets/relay.ts';

const BATCH = 200;

/** Ends the reading of secret cases whose time has passed (rule P6). */
export async function mendCaseGlass({ context, cases }: Pick<Relay, 'context' | 'cases'>): Promise<void> {
  const { storage, now, log } = context;
  const { docs } = await storage.find('cases', {
    index: 'byGlass',
    range: { field: 'glassUntil', lte: now() },
    limit: BATCH,
  });
  for (const { id, number, glass } of docs) {
    for (const { user, until } of glass.filter((broken) => broken.until <= now())) {
      await cases
        .execute(
          number,
          { type: 'mendGlass', userId: user.id },
          { actor: { type: 'system' }, id: `mended-${until}-${user.id.slice(0, 40)}` },
        )
        // Another relay did it, or the storage is away: what is due is found again.
        .catch((error: unknown) => log.debug({ err: error, caseId: id }, 'not ended now'));
    }
  }
}
