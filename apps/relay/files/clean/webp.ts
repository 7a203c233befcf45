import { type Cleaned, FileRefused, part } from './broken.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that say there is Exif and XMP (RFC 9649, 2.7). */
const METADATA_FLAGS = 0x08 | 0x04;

/** A WebP (RFC 9649) without Exif, XMP, unknown chunks and what follows its end. */
export function cleanWebp(bytes: Buffer): Cleaned {
  const end = part(bytes, 4, 4).readUInt32LE() + 8;
  if (end > bytes.length) throw new FileRefused('file_broken');
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | undefined;
  for (let at = 12; at + 8 <= end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // Chunks are padded to an even length (2.3).
    const chunk = part(bytes, at, 8 + length + (length % 2));
    at += chunk.length;
    if (!KEPT.has(name)) continue;
    const content = chunk.subarray(8);
    size ??= sizeIn(name, content);
    kept.push(name === 'VP8X' ? withoutMetadataFlags(chunk) : chunk);
  }
  if (!size) throw new FileRefused('file_broken');
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return { bytes: Buffer.concat([head, body]), ...size };
}

function sizeIn(name: string, content: Buffer): { width: number; height: number } | undefined {
  if (name === 'VP8X') {
    const canvas = part(content, 4, 6);
    return { width: canvas.readUIntLE(0, 3) + 1, height: canvas.readUIntLE(3, 3) + 1 };
  }
  if (name === 'VP8L') {
    const bits = part(content, 1, 4).readUInt32LE();
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (name === 'VP8 ') {
    // RFC 6386, 9.1: a key frame's start code, then 14 bits each.
    const frame = part(content, 3, 7);
    if (frame.readUIntBE(0, 3) !== 0x9d012a) throw new FileRefused('file_broken');
    return { width: frame.readUInt16LE(3) & 0x3fff, height: frame.readUInt16LE(5) & 0x3fff };
  }
  return undefined;
}

function withoutMetadataFlags(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(part(copy, 8, 1).readUInt8() & ~METADATA_FLAGS, 8);
  return copy;
}
