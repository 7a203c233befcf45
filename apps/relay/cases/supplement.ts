import { createHash } from 'node:crypto';
import { type FieldError, type FileRef, LIMITS } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { takeFiles } from '../forms/take-files.ts';
import type { UploadedFile } from '../http/uploads.ts';
import type { Relay } from '../sockets/relay.ts';
import { tokenId } from '../tokens.ts';

/** What a visitor adds to its case. */
export interface SentSupplement {
  id: string;
  text: string;
  uploads: readonly UploadedFile[];
}

/** The case with it, or what is wrong. */
export type SupplementResult = { ok: true; doc: CaseDoc } | { ok: false; error: FieldError };

/** Supplements take every type of file that is taken anywhere. */
const FIELD = {
  name: 'files',
  accept: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'] as const,
  maxFiles: LIMITS.filesOfField,
  maxBytes: LIMITS.fileBytes,
};

/** Adds what a visitor wrote and sent to its case; the same again is added once (rule D2). */
export async function addSupplement(
  relay: Relay,
  { number, id: caseId }: CaseDoc,
  { id, text, uploads }: SentSupplement,
): Promise<SupplementResult> {
  const written = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202d\u202e]/g, '')
    .trim();
  if (written === '' && uploads.length === 0) return refused('text', 'required');
  if (written.length > LIMITS.text)
    return { ok: false, error: { field: 'text', rule: 'too_long', limit: LIMITS.text } };
  const digest = createHash('sha256').update(JSON.stringify([id, written, uploads.map((it) => it.digest)]));
  const entryId = digest.digest('hex').slice(0, 32);
  const files: FileRef[] = [];
  const claim = tokenId(`supplement\n${caseId}\n${entryId}`);
  const taken = await takeFiles(relay.files, { ...FIELD, accept: [...FIELD.accept] }, uploads, [], claim);
  const [error] = taken.errors;
  if (error) return { ok: false, error };
  files.push(...taken.files);
  const by = { actor: { type: 'visitor', visitorId: '' } as const, id: entryId };
  const doc = await relay.cases.execute(number, { type: 'supplement', text: written, files }, by);
  const entry = doc.log.find((it) => it.id === entryId)?.event;
  // Of a retry, the files of the first attempt are the ones that count.
  if (entry?.type === 'supplemented') await relay.files.attach(entry.files, { type: 'case', id: caseId });
  return { ok: true, doc };
}

const refused = (field: string, rule: string): SupplementResult => ({ ok: false, error: { field, rule } });
