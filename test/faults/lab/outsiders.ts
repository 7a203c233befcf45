// Handshakes that are refused, in a process of their own: outsiders are on other machines, and what they do must not keep those waiting
// who measure. Arguments: where, how many.
import { handshakeBadly } from './nuisances.ts';

const [, , url = '', count = '0'] = process.argv;
await handshakeBadly(url, Number(count));
process.exit(0);
