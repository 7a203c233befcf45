import type { Writable } from 'node:stream';
import { MASK } from '@lotsa/core';
import type { RecordDocument } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';
import { type ZipPart, zipTo } from '../zip.ts';
import { renderRecord } from './pdf/render-record.ts';
import { documentOf, filesOf, type KeptRecord } from './read-record.ts';
import { recordXml } from './xml.ts';

/** What a package says of one of its parts. */
interface Part extends ZipPart {
  path: string;
  type: string;
}

type PackageRelay = Pick<Relay, 'context' | 'conversations' | 'cases' | 'files' | 'directory'>;

/** What was written. */
export interface Packed {
  /** SHA-256 of the package. */
  checksum: string;
  document: RecordDocument;
}

/**
 * Writes a record as one ZIP: `handling.pdf` (PDF/A-2b), `handling.json` and `handling.xml`, the files as they came in, and a manifest with
 * SHA-256 of each part (`manifest.json`, and `SHA256SUMS` as `sha256sum -c` reads it). It is made as it is read: no more of it is in
 * memory than one part, and of a file no more than the network takes.
 */
export async function writePackage(
  relay: PackageRelay,
  kept: KeptRecord,
  { at, by, out }: { at: number; by: string; out: Writable },
): Promise<Packed> {
  const document = await documentOf(relay, kept);
  const parts: Part[] = [];
  const zip = zipTo(out);
  async function add(
    path: string,
    type: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    const packed = type.startsWith('text/') || type.endsWith('json') || type.endsWith('xml');
    parts.push({ path, type, ...(await zip.add(path, chunks, { packed, at })) });
  }
  const text = (path: string, type: string, value: string): Promise<void> =>
    add(path, type, [Buffer.from(value)]);

  const { sites } = await relay.directory();
  const siteId = kept.type === 'case' ? kept.case.siteId : kept.conversation.siteId;
  const publisher = sites.get(siteId)?.name.sv ?? 'Lotsa';
  await add('handling.pdf', 'application/pdf', [await renderRecord(document, { at, publisher })]);
  const machine = {
    format: 'lotsa-record',
    version: 1,
    exportedAt: new Date(at).toISOString(),
    exportedBy: by,
  };
  await text(
    'handling.json',
    'application/json',
    `${JSON.stringify({ ...machine, document: unmasked(document), source: kept }, null, 2)}\n`,
  );
  await text('handling.xml', 'application/xml', recordXml(document, machine));
  for (const { seq, file } of filesOf(kept)) {
    const listed = document.files.find(({ id }) => id === file.id);
    if ((listed?.sha256 ?? null) !== null)
      await add(`filer/${fileName(seq, file.name)}`, file.type, relay.files.bytes(file.id));
  }
  const sums = parts.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  await text(
    'manifest.json',
    'application/json',
    `${JSON.stringify({ ...machine, of: document.of, parts }, null, 2)}\n`,
  );
  await text('SHA256SUMS', 'text/plain', sums);
  return { checksum: await zip.end(), document };
}

/** Somebody's own replacement character is not what stands for something blacked out. */
const unmasked = (document: RecordDocument): RecordDocument =>
  JSON.parse(JSON.stringify(document).replaceAll(MASK, '\ufffd')) as RecordDocument;

/** Unlike any other in the package, and a name on any system. */
const fileName = (seq: number, name: string): string =>
  `${String(seq).padStart(4, '0')}-${name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '_').replace(/[. ]$/, '_')}`;
