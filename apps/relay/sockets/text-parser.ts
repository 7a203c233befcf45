import { Decoder, type Packet } from 'socket.io-parser';

/**
 * Socket.IO's own encoding, without looking through every packet for binary parts first: nothing that is told or answered
 * here has any, and the look costs as much as the encoding.
 */
class Encoder {
  encode({ type, nsp, id, data }: Packet): [string] {
    const namespace = !nsp || nsp === '/' ? '' : `${nsp},`;
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** For the `parser` option of a server; clients keep theirs, as it is the same on the wire. */
export const textParser = { Encoder, Decoder };
