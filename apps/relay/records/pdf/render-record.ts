import { MASK } from '@lotsa/core';
import type { RecordDocument } from '@lotsa/protocol';
import { when } from '../words.ts';
import { createPdfWriter, type Style } from './writer.ts';

const INK = '#111111';
const QUIET = '#444444';
const BODY: Style = { size: 10.5, weight: 'regular', colour: INK };
const SMALL: Style = { size: 8.5, weight: 'regular', colour: QUIET };
const NAME: Style = { size: 9.5, weight: 'bold', colour: QUIET };
const TITLE: Style = { size: 19, weight: 'bold', colour: INK };
const HEADING: Style = { size: 12.5, weight: 'bold', colour: INK };
const META: Style = { size: 8.5, weight: 'bold', colour: QUIET, direction: 'ltr' };
const NAME_WIDTH = 140;

/** What a file is for: the whole record, or what is given out of it. */
export interface RenderOptions {
  at: number;
  /** The municipality's word for itself. */
  publisher: string;
  /** Of a record that is given out. */
  release?: { ground: string | null; by: string; internal: boolean; masked: boolean; preview: boolean };
}

/** Entries that are set before others have their turn. */
const TURN = 20;

/** A record as PDF/A: what the register says of it, what is in it, and the files with their checksums. */
export async function renderRecord(record: RecordDocument, options: RenderOptions): Promise<Buffer> {
  const { at, publisher, release } = options;
  const fact = (id: string): string =>
    (record.facts.find((each) => each.id === id)?.text ?? '').replaceAll(MASK, '[maskerat]');
  const kind = record.of.type === 'case' ? 'Ärende' : 'Samtal';
  const title = `${kind}: ${fact('subject')}`;
  const number = fact('diary') || fact('number');
  const pdf = createPdfWriter({
    title,
    subject: `${fact('number')} ${fact('received')}`.trim(),
    at,
    author: publisher,
  });

  pdf.text('P', publisher, SMALL);
  if (release?.preview) pdf.text('P', 'FÖRHANDSVISNING – inte utlämnad', META);
  pdf.space(6);
  pdf.text('H1', title, TITLE);
  pdf.space(10);
  pdf.text('H2', 'Registeruppgifter', HEADING);
  pdf.space(4);
  for (const { label, text } of record.facts)
    if (text !== '') pdf.pair(label, text, { name: NAME, value: BODY, nameWidth: NAME_WIDTH });
  if (release) {
    pdf.space(14);
    pdf.text('H2', 'Om utlämnandet', HEADING);
    pdf.space(4);
    pdf.text('P', aboutRelease(release), BODY);
  }
  pdf.space(14);
  pdf.text('H2', 'Innehåll', HEADING);
  let before: string | null = null;
  for (const [place, entry] of record.entries.entries()) {
    if (place % TURN === TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const day = when(entry.at).slice(0, 10);
    pdf.space(8);
    pdf.keep(42);
    if (day !== before) pdf.rule();
    before = day;
    pdf.text('P', `${when(entry.at)} · \u2068${entry.author}\u2069 · ${entry.what} · nr ${entry.seq}`, META);
    if (entry.text !== '') pdf.text('P', entry.text, BODY, { indent: 12 });
  }
  if (record.files.length > 0) {
    pdf.space(16);
    pdf.keep(60);
    pdf.text('H2', 'Filer', HEADING);
    for (const { name, type, size, sha256, seq } of record.files) {
      pdf.space(6);
      pdf.keep(40);
      pdf.text('P', name, BODY);
      pdf.text('P', `${type}, ${size.toLocaleString('sv-SE')} byte, nr ${seq}`, SMALL);
      if (sha256 !== null) pdf.text('P', `SHA-256 ${sha256}`, SMALL);
    }
  }
  return pdf.end(
    (page, pages) => `${number.slice(0, 60)} · framställd ${when(at)} ur Lotsa · sida ${page} (${pages})`,
  );
}

function aboutRelease({ ground, by, internal, masked }: NonNullable<RenderOptions['release']>): string {
  return [
    `Handlingen lämnas ut av ${by}.`,
    masked
      ? `Det som är svart och där det står "maskerat" omfattas av sekretess (${ground ?? ''}) och finns inte i filen.`
      : 'Inget i handlingen är maskerat.',
    internal ? '' : 'Interna anteckningar och händelser ingår inte.',
  ]
    .filter(Boolean)
    .join(' ');
}
