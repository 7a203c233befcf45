import { redactedRecord } from '@lotsa/core';
import type { RecordDocument } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { renderRecord } from '../../../../apps/relay/records/pdf/render-record.ts';
import { readPdf } from '../../../support/pdf-reader.ts';

const ARABIC = 'مرحبا، أريد تجديد جواز السفر في بلدية Ekhamra';
const SECRET = 'Hemligsson';

const record: RecordDocument = {
  of: { type: 'conversation', id: 'c0ffee00-0000-4000-8000-000000000001' },
  seq: 3,
  facts: [
    { id: 'diary', label: 'Diarienummer', text: 'KS 2026-00123' },
    { id: 'number', label: 'Beteckning', text: 'c0ffee00-0000-4000-8000-000000000001' },
    { id: 'received', label: 'Inkom', text: '2026-11-22 14:03' },
    { id: 'sender', label: 'Avsändare', text: `Åsa ${SECRET}` },
    { id: 'subject', label: 'Rör', text: 'Bygglov på Ängsvägen' },
  ],
  entries: [
    {
      seq: 1,
      at: 1_790_000_000_000,
      author: 'Besökaren',
      what: 'Meddelande',
      text: `Jag heter ${SECRET} och frågar om 4,5 m € 😀 中`,
      internal: false,
    },
    { seq: 2, at: 1_790_000_060_000, author: 'Besökaren', what: 'Meddelande', text: ARABIC, internal: false },
    ...Array.from({ length: 40 }, (_, n) => ({
      seq: 3 + n,
      at: 1_790_000_120_000 + n,
      author: 'Anna',
      what: 'Meddelande',
      text: `Svar ${n}`,
      internal: false,
    })),
  ],
  files: [
    {
      id: 'f'.repeat(32),
      seq: 1,
      name: `${SECRET}s ritning.pdf`,
      type: 'application/pdf',
      size: 1_234,
      sha256: 'ab'.repeat(32),
    },
  ],
};
const options = { at: 1_790_000_000_000, publisher: 'Ekhamra kommun' };

describe('a record as PDF/A', { timeout: 60_000 }, () => {
  it('says what it is as PDF/A-2b wants it said (ISO 19005-2), and the same twice', async () => {
    const file = await renderRecord(record, options);
    const pdf = readPdf(file);
    expect(file.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    // A second line of bytes above 127 (6.1.2), an id (6.1.3), and no encryption.
    expect([...file.subarray(9, 14)].slice(1).every((byte) => byte > 127)).toBe(true);
    expect(pdf.trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(pdf.trailer).not.toContain('/Encrypt');
    expect(pdf.xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/);
    expect(pdf.xmp).toContain('Samtal: Bygglov på Ängsvägen');
    // What colours mean is in the file (6.2.3).
    const all = [...pdf.objects.values()];
    const intent = all.find(({ dictionary }) => dictionary.includes('/OutputIntent'));
    expect(intent?.dictionary).toMatch(/\/S \/GTS_PDFA1/);
    const profile = pdf.objects.get(Number(/\/DestOutputProfile (\d+)/.exec(intent!.dictionary)?.[1]));
    expect(profile?.stream?.subarray(36, 40).toString('latin1')).toBe('acsp');
    // Nothing that runs, and nothing that is fetched.
    for (const { dictionary } of all)
      expect(dictionary).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile|Movie|Sound)\b/);
    // In Swedish, tagged, with its title shown.
    expect(pdf.everything.includes('/Lang (sv)')).toBe(true);
    expect(pdf.everything.includes('/Marked true')).toBe(true);
    expect(await renderRecord(record, options)).toEqual(file);
  });

  it('every font is embedded, with what its glyphs say', async () => {
    const pdf = readPdf(await renderRecord(record, options));
    const dictionaries = [...pdf.objects.values()].map(({ dictionary }) => dictionary);
    const fonts = dictionaries.filter((it) => it.includes('/Subtype /Type0'));
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/\/ToUnicode \d+ 0 R/);
    const descriptors = dictionaries.filter(
      (it) => it.includes('/FontDescriptor') && it.includes('/FontName'),
    );
    expect(descriptors).toHaveLength(fonts.length);
    for (const it of descriptors) expect(it).toMatch(/\/FontFile2 \d+ 0 R/);
    expect(dictionaries.some((it) => it.includes('/Subtype /Type1'))).toBe(false);
    // No glyph is the one for "there is none" (6.2.11.8): each piece of text could be read back.
    expect(pdf.pages.flat().join('')).not.toContain('\ufffd');
    expect(pdf.pages.flat().join('')).not.toContain('\0');
  });

  it('Swedish is read back as it was written, and what no font has is told by its number', async () => {
    const pdf = readPdf(await renderRecord(record, options));
    const text = pdf.pages.map((page) => page.join('')).join('');
    expect(text).toContain(`Åsa ${SECRET}`);
    expect(text).toContain('KS 2026-00123');
    expect(text).toContain(`Jag heter ${SECRET} och frågar om 4,5 m € `);
    expect(text).toContain('😀');
    expect(text).toContain('[U+4E2D]');
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(text).toContain(`sida 2 (${pdf.pages.length})`);
  });

  it('Arabic stands from right to left, shaped, and is the same words when copied', async () => {
    const pdf = readPdf(await renderRecord(record, options));
    const pieces = pdf.pages.flat();
    const reversed = (text: string): string => Array.from(text).toReversed().join('');
    const words = ARABIC.split(/[ ،]+/).filter((word) => /[\u0600-\u06ff]/.test(word));
    const places = words.map((word) =>
      pieces.findIndex((piece) => piece.replace('،', '') === reversed(word)),
    );
    // Each word is there, its letters drawn from the left; the first word is drawn last, being the rightmost.
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    // Joined: an isolated letter is another glyph than the same within a word.
    const one = readPdf(
      await renderRecord({ ...record, entries: [{ ...record.entries[1]!, text: 'ببب' }] }, options),
    );
    const content = one.pages.flat();
    expect(content).toContain('ببب');
    const glyphs = [...one.objects.values()]
      .find(({ stream }) => stream?.includes('0628'))
      ?.stream?.toString('latin1');
    expect(glyphs?.match(/<0628>/g)).toHaveLength(3);
  });

  it('what is blacked out is nowhere in the file, with every stream unpacked', async () => {
    const places = [
      { part: 'fact:sender', text: `Åsa ${SECRET}` },
      { part: 'entry:1', text: record.entries[0]!.text },
      { part: `file:${'f'.repeat(32)}`, text: `${SECRET}s ritning.pdf` },
    ].map(({ part, text }) => ({
      part,
      from: text.indexOf(SECRET),
      to: text.indexOf(SECRET) + SECRET.length,
    }));
    const release = { ground: 'OSL 21 kap. 1 §', by: 'Anna', internal: false, masked: true, preview: false };
    const whole = readPdf(await renderRecord(record, options));
    const out = readPdf(await renderRecord(redactedRecord(record, places, false), { ...options, release }));
    const forms = (word: string): Buffer[] => {
      const units = Buffer.from(word, 'utf16le');
      return [
        Buffer.from(word),
        Buffer.from(word, 'utf16le'),
        units.swap16(),
        Buffer.from(Buffer.from(word, 'utf16le').swap16().toString('hex')),
      ];
    };
    for (const form of forms(SECRET)) expect(out.everything.includes(form)).toBe(false);
    expect(out.everything.includes('ab'.repeat(32))).toBe(false);
    // The same look finds it where it is.
    expect(whole.pages.flat().join('')).toContain(SECRET);
    const text = out.pages.map((page) => page.join('')).join('');
    expect(text).not.toContain(SECRET.slice(0, 5));
    expect(text).toContain('maskerat');
    expect(text).toContain('OSL 21 kap. 1 §');
    expect(text).toContain('och frågar om 4,5 m');
  });
});
