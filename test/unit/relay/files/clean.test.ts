import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../../../apps/relay/files/clean/broken.ts';
import { cleanFile } from '../../../../apps/relay/files/clean/clean.ts';
import { orientationOf } from '../../../../apps/relay/files/clean/orientation.ts';
import { gif, jpeg, pdf, png, SECRET, webp } from '../../../support/pictures.ts';

const PICTURES = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp, 'image/gif': gif } as const;

/** Why a file is not taken; null when it is. */
function ruleOf(bytes: Buffer): string | null {
  try {
    cleanFile(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.rule;
    throw error;
  }
}

describe.each(Object.entries(PICTURES))('a picture of the type %s', (type, make) => {
  it('is known by its bytes, and measured', () => {
    expect(cleanFile(make())).toMatchObject({ type, width: 3, height: 2 });
  });

  it('keeps no place, name, comment or second file', () => {
    const { bytes } = cleanFile(make());
    expect(bytes.includes(SECRET.slice(0, 8))).toBe(false);
    expect(bytes.includes('script')).toBe(false);
  });

  it('that is clean stays as it is, to the byte', () => {
    const { bytes } = cleanFile(make());
    expect(cleanFile(bytes).bytes.equals(bytes)).toBe(true);
  });

  it('is refused wherever it was cut', () => {
    const { bytes } = cleanFile(make());
    for (let length = 16; length < bytes.length; length += 1) {
      expect(ruleOf(bytes.subarray(0, length))).toBe('file_broken');
    }
  });

  it('never fails in another way, whatever was changed in it', () => {
    const whole = make();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect([null, 'file_broken', 'file_type']).toContain(ruleOf(bytes));
      }),
    );
  });
});

describe('a JPEG', () => {
  it.each(['II', 'MM'] as const)('stays the right way up (%s), and keeps its colours', (order) => {
    const { bytes } = cleanFile(jpeg(order));
    const at = bytes.indexOf('Exif');
    expect(orientationOf(bytes.subarray(at))).toBe(6);
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
  });
});

describe('a PDF', () => {
  it('is taken as it is', () => {
    expect(cleanFile(pdf())).toEqual({ type: 'application/pdf', bytes: pdf() });
  });

  it('is refused with something before it, or another file behind it', () => {
    expect(ruleOf(Buffer.concat([Buffer.from('<script>'), pdf()]))).toBe('file_type');
    expect(ruleOf(Buffer.concat([pdf(), Buffer.from('PK\x03\x04 and a program')]))).toBe('file_broken');
  });
});

it.each([
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a program', 'MZ\x90\0'],
  ['an archive', 'PK\x03\x04'],
  ['nothing', ''],
])('%s is not taken, whatever it is called', (_what, content) => {
  expect(ruleOf(Buffer.from(content, 'latin1'))).toBe('file_type');
});
