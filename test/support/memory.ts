import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Collects what nobody holds any more. */
const collectGarbage = runInNewContext('gc') as () => void;

/** What this process holds on to, in MB, when what nobody needs has been collected. */
export function memoryKept(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** How many of them somebody holds still. (What was looked at is held until the job that did so is over.) */
export async function stillHeld(...them: readonly WeakRef<object>[]): Promise<number> {
  await setImmediate();
  collectGarbage();
  return them.filter((it) => it.deref() !== undefined).length;
}
