import { deflateSync } from 'node:zlib';

/** Text that must not be left in a picture: a place, a name, a script. */
export const SECRET = 'N 59° 19.5 Kim <script>alert(1)</script>';

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** An Exif segment with the place, in either byte order, and the picture on its side (6). */
function exif(order: 'II' | 'MM'): Buffer {
  const little = order === 'II';
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  tiff.write(order, 0, 'latin1');
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(6, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET)]);
}

/** A JPEG of 3 × 2 with a place, a comment, a thumbnail and a second file behind it. */
export function jpeg(order: 'II' | 'MM' = 'MM'): Buffer {
  const frame = Buffer.from([8, 0, 2, 0, 3, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif(order)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`)),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xdb, Buffer.alloc(65, 1)),
    Buffer.from([0xff, 0xff]),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(`PK\x03\x04${SECRET}`),
  ]);
}

const chunk = (name: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
};

/** A PNG of 3 × 2 with text, a time, Exif and a second file behind it. */
export function png(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(3, 0);
  head.writeUInt32BE(2, 4);
  head.writeUInt8(8, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)),
    chunk('eXIf', Buffer.from(SECRET)),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(SECRET),
  ]);
}

/** A WebP of 3 × 2 with Exif, XMP and a second file behind it. */
export function webp(): Buffer {
  const part = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const canvas = Buffer.from([0x0c, 0, 0, 0, 2, 0, 0, 1, 0, 0]);
  const body = Buffer.concat([
    part('VP8X', canvas),
    part('VP8L', Buffer.from([0x2f, 0x02, 0x40, 0, 0, 9, 9])),
    part('EXIF', Buffer.from(SECRET)),
    part('XMP ', Buffer.from(SECRET)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body, Buffer.from(SECRET)]);
}

/** A GIF of 3 × 2 that moves, with a comment and a second file behind it. */
export function gif(): Buffer {
  const blocks = (...all: Buffer[]): Buffer =>
    Buffer.concat([...all.flatMap((block) => [Buffer.from([block.length]), block]), Buffer.from([0])]);
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from([3, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xff]),
    blocks(Buffer.from('NETSCAPE2.0'), Buffer.from([1, 0, 0])),
    Buffer.from([0x21, 0xfe]),
    blocks(Buffer.from(SECRET)),
    Buffer.from([0x21, 0xff]),
    blocks(Buffer.from('XMP DataXMP'), Buffer.from(SECRET)),
    Buffer.from([0x21, 0xf9]),
    blocks(Buffer.from([4, 0, 0, 0])),
    Buffer.from([0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2]),
    blocks(Buffer.from([0x84, 0x51])),
    Buffer.from([0x3b]),
    Buffer.from(SECRET),
  ]);
}

/** The shortest thing that is a PDF from its first byte to its last. */
export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
