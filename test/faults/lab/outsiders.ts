// Handshakes that are refused, in a process of their own that has what the others leave it of the machine: outsiders are on other
// machines, and what they do must not keep those waiting who measure. Arguments: where, how many.
import { constants, setPriority } from 'node:os';
import { handshakeBadly } from './nuisances.ts';

setPriority(constants.priority.PRIORITY_LOW);
const [, , url = '', count = '0'] = process.argv;
await handshakeBadly(url, Number(count));
process.exit(0);
