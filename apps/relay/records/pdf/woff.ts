import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/**
 * The font inside of a WOFF file (W3C WOFF 1.0), with its tables uncompressed: the library that sets type unpacks a table each time that
 * it looks into it, which makes a page take seconds.
 */
export function unpackedFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('no WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = HEADER + index * ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      head: woff.subarray(at, at + 4),
      sum: woff.subarray(at + 16, at + 20),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const power = Math.floor(Math.log2(count));
  const start = Buffer.alloc(12);
  woff.copy(start, 0, 4, 8);
  start.writeUInt16BE(count, 4);
  start.writeUInt16BE(2 ** power * 16, 6);
  start.writeUInt16BE(power, 8);
  start.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let offset = 12 + count * 16;
  const directory: Buffer[] = [];
  const contents: Buffer[] = [];
  for (const { head, sum, bytes } of tables) {
    const place = Buffer.alloc(8);
    place.writeUInt32BE(offset, 0);
    place.writeUInt32BE(bytes.length, 4);
    directory.push(head, sum, place);
    const padded = Buffer.alloc((bytes.length + 3) & ~3);
    bytes.copy(padded);
    contents.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([start, ...directory, ...contents]);
}
