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
