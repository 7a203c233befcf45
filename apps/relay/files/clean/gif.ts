import { type Cleaned, FileRefused, part } from './broken.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** A GIF (89a) without comments, text, unknown applications and what follows its end; one that moves goes on moving. */
export function cleanGif(bytes: Buffer): Cleaned {
  const head = part(bytes, 0, 13);
  const width = head.readUInt16LE(6);
  const height = head.readUInt16LE(8);
  let at = 13 + colourTable(head.readUInt8(10));
  const kept: Buffer[] = [part(bytes, 0, at)];
  let pictures = 0;
  for (;;) {
    const [block] = part(bytes, at, 1);
    if (block === TRAILER) break;
    const begin = at;
    if (block === EXTENSION) {
      const label = part(bytes, at + 1, 1)[0];
      at = afterSubBlocks(bytes, at + 2);
      const repeats =
        label === APPLICATION && bytes.toString('latin1', begin + 3, begin + 14) === 'NETSCAPE2.0';
      if (label === GRAPHIC_CONTROL || repeats) kept.push(bytes.subarray(begin, at));
    } else if (block === IMAGE) {
      const flags = part(bytes, at, 10).readUInt8(9);
      // The byte before the data is the code size.
      at = afterSubBlocks(bytes, at + 10 + colourTable(flags) + 1);
      kept.push(bytes.subarray(begin, at));
      pictures += 1;
    } else throw new FileRefused('file_broken');
  }
  if (pictures === 0 || !width || !height) throw new FileRefused('file_broken');
  return { bytes: Buffer.concat([...kept, Buffer.from([TRAILER])]), width, height };
}

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function afterSubBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const length = part(bytes, at, 1).readUInt8();
    at += length + 1;
    if (length === 0) return at;
    part(bytes, at, 0);
  }
}
