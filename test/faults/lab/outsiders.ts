// Handshakes that are refused and connections that never say who they are, in a process of their own that has what the others leave it
// of the machine: outsiders are on other machines, and what they do must not keep those waiting who measure. It ends when the relay has
// closed all. Arguments: where, how many handshakes, how many connections.
import { constants, setPriority } from 'node:os';
import { connectSilently, handshakeBadly } from './nuisances.ts';

setPriority(constants.priority.PRIORITY_LOW);
const [, , url = '', handshakes = '0', connections = '0'] = process.argv;
await handshakeBadly(url, Number(handshakes));
const silent = [];
for (let left = Number(connections); left > 0; left -= 100) silent.push(await connectSilently(url, 100));
await Promise.all(silent.map(({ gone }) => gone));
process.exit(0);
