import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLinks } from '../../../packages/core/links.ts';

const links = (text: string): (readonly [string, string])[] =>
  splitLinks(text).flatMap((part) => (part.kind === 'link' ? [[part.text, part.href] as const] : []));

describe('splitLinks', () => {
  it.each([
    ['https://ekhamra.se', 'https://ekhamra.se'],
    ['http://ekhamra.se:8080/a?b=c&d#e', 'http://ekhamra.se:8080/a?b=c&d#e'],
    ['HTTPS://EKHAMRA.SE/', 'HTTPS://EKHAMRA.SE/'],
    ['www.älvsbyn.se/bygglov', 'https://www.älvsbyn.se/bygglov'],
    ['kontakt.center+chatt@ekhamra.se', 'mailto:kontakt.center+chatt@ekhamra.se'],
    ['https://sv.wikipedia.org/wiki/Ek_(träd)', 'https://sv.wikipedia.org/wiki/Ek_(träd)'],
  ])('finds %s', (text, href) => {
    expect(splitLinks(`Se ${text} idag`)).toEqual([
      { kind: 'text', text: 'Se ' },
      { kind: 'link', text, href },
      { kind: 'text', text: ' idag' },
    ]);
  });

  it.each(['.', ',', '!', '?', ':', ';', ')', ').', '".', '”', '…', '؟', '**', '>', '’'])(
    'leaves a following %s outside',
    (tail) => {
      for (const link of ['https://ekhamra.se/a', 'www.ekhamra.se', 'info@ekhamra.se'])
        expect(links(`(${link}${tail}`).map(([text]) => text)).toEqual([link]);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,<b>x</b>',
    'vbscript:x',
    'file:///etc/passwd',
    'tel:0980319000',
    'ftp://ekhamra.se',
    'xhttps://ekhamra.se',
    'https://',
    'www.',
    'a@b',
    '@ekhamra.se',
    '3.5 kr per kWh',
  ])('finds no link in %s', (text) => {
    expect(splitLinks(text)).toEqual([{ kind: 'text', text }]);
  });

  it('never leads to another host than the one that is read', () => {
    expect(links('https://ekhamra.se@evil.example/x')).toEqual([
      ['https://ekhamra.se', 'https://ekhamra.se'],
    ]);
    expect(links('https://ekhamra.se/\u202Egpj.exe')).toEqual([
      ['https://ekhamra.se/', 'https://ekhamra.se/'],
    ]);
  });

  it('an empty text has no pieces', () => {
    expect(splitLinks('')).toEqual([]);
  });

  it('the pieces are the text, and every link is http, https or mailto', () => {
    const bit = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'http://',
        'https://',
        'www.',
        '@',
        '.',
        'a.se',
        '/',
        '(',
        ')',
        'javascript:',
        ' ',
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(bit), (bits) => {
        const text = bits.join('');
        const parts = splitLinks(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) {
          expect(part.text).not.toBe('');
          if (part.kind === 'link')
            expect([part.text, `https://${part.text}`, `mailto:${part.text}`]).toContain(part.href);
          if (part.kind === 'link') expect(part.href).toMatch(/^(https?:\/\/|mailto:)[\p{L}\p{N}_.+-]/iu);
        }
        for (const [at, part] of parts.entries())
          if (part.kind === 'text') expect(parts[at + 1]?.kind).not.toBe('text');
      }),
    );
  });

  // A search that is not linear takes minutes here and meets the test's time limit.
  it.each(['a', 'a@', 'a@a.', 'www.', 'http://', 'http://a.', '.', 'a-', '+', 'www.a).'])(
    'takes linear time on %s 100,000 times',
    (bit) => {
      const text = bit.repeat(100_000);
      expect(
        splitLinks(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    },
  );

  it('takes linear time on a tail of closing brackets', () => {
    expect(links(`https://a.se/${')'.repeat(100_000)}`)).toEqual([['https://a.se/', 'https://a.se/']]);
  });

  it('[G4] keeps the groups of a number together, which Arabic would turn around', () => {
    expect(splitLinks('اتصل على 0980-319 200، أو www.ekhamra.se قبل 17.')).toEqual([
      { kind: 'text', text: 'اتصل على ' },
      { kind: 'number', text: '0980-319 200' },
      { kind: 'text', text: '، أو ' },
      { kind: 'link', text: 'www.ekhamra.se', href: 'https://www.ekhamra.se' },
      { kind: 'text', text: ' قبل 17.' },
    ]);
  });
});
