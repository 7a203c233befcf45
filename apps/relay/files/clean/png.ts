import { type Cleaned, FileRefused, part } from './broken.ts';

/** Chunks that the picture, its colours and its movement are made of (PNG 3rd edition, 11); not text, time and Exif. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const SIGNATURE = 8;

/** A PNG without text, time, Exif, unknown chunks and what follows its end. */
export function cleanPng(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [part(bytes, 0, SIGNATURE)];
  let size: { width: number; height: number } | undefined;
  let pixels = false;
  for (let at = SIGNATURE; ;) {
    const length = part(bytes, at, 8).readUInt32BE();
    const name = bytes.toString('latin1', at + 4, at + 8);
    const chunk = part(bytes, at, length + 12);
    if (!size) {
      if (name !== 'IHDR' || length !== 13) throw new FileRefused('file_broken');
      size = { width: chunk.readUInt32BE(8), height: chunk.readUInt32BE(12) };
    }
    pixels ||= name === 'IDAT';
    if (KEPT.has(name)) kept.push(chunk);
    if (name === 'IEND') break;
    at += length + 12;
  }
  if (!pixels || !size.width || !size.height) throw new FileRefused('file_broken');
  return { bytes: Buffer.concat(kept), ...size };
}
