import type { RecordDocument } from '@lotsa/protocol';

/** What XML 1.0 has no way to write (section 2.2) becomes the replacement character. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escape = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char);

const element = (
  name: string,
  attributes: Record<string, string | number | boolean | null>,
  content: string,
): string => {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        ` ${key}="${escape(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`,
    )
    .join('');
  return `<${name}${list}>${content}</${name}>`;
};

const iso = (at: number): string => new Date(at).toISOString();

/** A record's document as XML 1.0, in a namespace of its own. Times are UTC. */
export function recordXml(
  { of, seq, facts, entries, files }: RecordDocument,
  about: { format: string; version: number; exportedAt: string; exportedBy: string },
): string {
  const content = [
    element(
      'facts',
      {},
      facts.map(({ id, label, text }) => element('fact', { id, label }, escape(text))).join('\n'),
    ),
    element(
      'entries',
      {},
      entries
        .map(({ at, author, what, text, internal, ...entry }) =>
          element('entry', { seq: entry.seq, at: iso(at), author, what, internal }, escape(text)),
        )
        .join('\n'),
    ),
    element('files', {}, files.map(({ name, ...file }) => element('file', file, escape(name))).join('\n')),
  ].join('\n');
  const root = element(
    'record',
    { xmlns: 'urn:lotsa:record:1', ...about, type: of.type, id: of.id, seq },
    `\n${content}\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
