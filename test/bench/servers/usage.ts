import type { IncomingMessage, ServerResponse } from 'node:http';
import { getHeapSpaceStatistics } from 'node:v8';

/** A collection without a stack: one that was called for by a function keeps what the stack may point at, and moves nothing. */
const collect = async (): Promise<void> => {
  await global.gc?.({ type: 'major', flavor: 'last-resort', execution: 'async' });
};

/**
 * V8's nursery has the size that V8 chooses, of one to thirty-two megabytes by what is allocated in a second and not by what is
 * kept, and the same server ends up with the one or the other.
 */
const nursery = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.physical_space_size ?? 0;

/** Tells what this process has used so far, at `/collected` when what nobody holds any more is collected: of any measured server. */
export async function tellUsage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/collected') await collect();
  const { user, system } = process.cpuUsage();
  const kept = process.memoryUsage.rss() - nursery();
  response.end(JSON.stringify({ cpuMs: (user + system) / 1_000, kept }));
}
