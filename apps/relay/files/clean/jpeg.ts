import { type Cleaned, FileRefused, part } from './broken.ts';
import { orientationOf, orientationSegment } from './orientation.ts';

const SOS = 0xda;
const EOI = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

/** Frame headers (ITU T.81, table B.1): 0xc0–0xcf but for tables (c4), reserved (c8) and arithmetic conditioning (cc). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Whether a segment is kept: what the picture is made of, its colours, and no text, thumbnail or place. */
function isKept(marker: number, content: Buffer): boolean {
  const begins = (name: string): boolean => content.toString('latin1', 0, name.length) === name;
  if (marker === APP0) return begins('JFIF\0') && content.length === 14;
  if (marker === APP2) return begins('ICC_PROFILE\0');
  if (marker === APP14) return begins('Adobe') && content.length === 12;
  // 0xc0–0xdf are the picture itself; the rest is for applications (0xe0–), extensions (0xf0–) and comments (0xfe).
  return marker >= 0xc0 && marker <= 0xdf;
}

/**
 * A JPEG (ITU T.81 annex B) without metadata, comments and what follows its end: camera, place, thumbnails, a second file.
 * Which way up it is stays, as the only field of a new Exif segment.
 */
export function cleanJpeg(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [part(bytes, 0, 2)];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  for (;;) {
    // Any number of fill bytes may go before a marker (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const [prefix, marker] = part(bytes, at, 2);
    if (prefix !== 0xff || marker === undefined) throw new FileRefused('file_broken');
    if (marker === EOI) break;
    const length = part(bytes, at + 2, 2).readUInt16BE();
    if (length < 2) throw new FileRefused('file_broken');
    const content = part(bytes, at + 4, length - 2);
    if (isFrame(marker)) {
      size ??= { height: part(content, 1, 2).readUInt16BE(), width: part(content, 3, 2).readUInt16BE() };
    }
    const orientation = marker === APP1 ? orientationOf(content) : 1;
    if (orientation > 1) kept.push(orientationSegment(orientation));
    if (isKept(marker, content)) kept.push(part(bytes, at, length + 2));
    at += length + 2;
    if (marker === SOS) {
      const end = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  if (!size?.width || !size.height) throw new FileRefused('file_broken');
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, EOI])]), ...size };
}

/** Where the entropy-coded data of a scan ends: at the next marker that is no stuffed byte and no restart (B.1.1.5). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new FileRefused('file_broken');
}
