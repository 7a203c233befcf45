import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Collects what nobody holds any more. */
export const collectGarbage = runInNewContext('gc') as () => void;

/** What this process holds on to, in MB, when what nobody needs has been collected. */
export function memoryKept(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** Whether nobody holds it any more. (What was looked at is held until the job that did so is over.) */
export async function isForgotten(it: WeakRef<object>): Promise<boolean> {
  await setImmediate();
  collectGarbage();
  return it.deref() === undefined;
}
