import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { textParser } from '../../../../apps/relay/sockets/text-parser.ts';

const packets: Packet[] = [
  { type: PacketType.CONNECT, nsp: '/visitor', data: { sid: 'abc' } },
  {
    type: PacketType.CONNECT_ERROR,
    nsp: '/staff',
    data: { message: 'unauthenticated', data: { code: 'x' } },
  },
  { type: PacketType.DISCONNECT, nsp: '/visitor' },
  { type: PacketType.EVENT, nsp: '/staff', data: ['message:sent', { text: 'Å"ä\n', seq: 1 }] },
  { type: PacketType.EVENT, nsp: '/', data: ['x'], id: 0 },
  { type: PacketType.ACK, nsp: '/visitor', id: 12, data: [{ ok: true, value: null }] },
];

describe('what the relay sends', () => {
  it.each(packets)('is what Socket.IO itself would write: $type $nsp', (packet) => {
    expect(new textParser.Encoder().encode(packet)).toEqual(new Encoder().encode(packet));
  });

  it('is read by a client', () => {
    const read: unknown[] = [];
    const decoder = new Decoder();
    decoder.on('decoded', (packet) => read.push(packet));
    for (const packet of packets)
      for (const text of new textParser.Encoder().encode(packet)) decoder.add(text);
    expect(read).toEqual(packets);
  });
});
