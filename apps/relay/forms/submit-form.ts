import { createHash } from 'node:crypto';
import { checkForm } from '@lotsa/core';
import {
  fail,
  type FieldError,
  type FileRef,
  type Form,
  type Identity,
  type Site,
  type Submitted,
} from '@lotsa/protocol';
import { openFormCase } from '../cases/open-case.ts';
import type { UploadedFile } from '../http/uploads.ts';
import type { Relay } from '../sockets/relay.ts';
import { tokenId } from '../tokens.ts';
import { takeFiles } from './take-files.ts';

/** What a form was sent with. */
export interface SentForm {
  id: string;
  /** Who sends it, by an e-identification in this browser. */
  identity: Identity | null;
  language: string;
  answers: Readonly<Record<string, unknown>>;
  uploads: readonly UploadedFile[];
  /** Ids of files that an earlier attempt with the same id left here, by their field. */
  kept: Readonly<Record<string, readonly string[]>>;
}

/** The case, or what is wrong; files that were taken stay for the next attempt. */
export type SubmitResult =
  | { ok: true; submitted: Submitted }
  | { ok: false; errors: FieldError[]; files: Record<string, FileRef[]> };

/** Checks a form that was sent, and makes a case of it. */
export async function submitForm(
  relay: Relay,
  site: Site,
  form: Form,
  sent: SentForm,
): Promise<SubmitResult> {
  if (form.eid && !sent.identity) throw fail('identification_needed', {});
  const claim = tokenId(`form\n${sent.id}`);
  const files: Record<string, FileRef[]> = {};
  const errors: FieldError[] = [];
  for (const field of form.fields) {
    if (field.type !== 'file') continue;
    const uploads = sent.uploads.filter((upload) => upload.field === field.name);
    const kept = await relay.files.claimed(sent.kept[field.name] ?? [], claim);
    const taken = await takeFiles(relay.files, field, uploads, kept, claim);
    files[field.name] = taken.files;
    errors.push(...taken.errors);
  }
  const { departments } = await relay.directory();
  const checked = checkForm(form, { answers: sent.answers, files, departments: [...departments.keys()] });
  if (!checked.ok || errors.length > 0) {
    const all = checked.ok ? errors : [...checked.errors, ...errors];
    return { ok: false, errors: inOrder(form, all), files };
  }
  const submitted = await openFormCase(relay, site, {
    from: 'form',
    form,
    language: sent.language,
    value: checked.value,
    files: Object.values(files).flat(),
    id: sent.id,
    identity: sent.identity,
    digest: digestOf(checked.value, sent),
  });
  return { ok: true, submitted };
}

/** In the order of the fields, one for each. */
const inOrder = ({ fields }: Form, errors: readonly FieldError[]): FieldError[] =>
  fields.flatMap(({ name }) => errors.filter(({ field }) => field === name).slice(0, 1));

/** What tells one submission from another under the same id: a second press of the button sends the same. */
function digestOf(value: Readonly<Record<string, unknown>>, { uploads, kept }: SentForm): string {
  const text = Object.entries(value).filter(([, given]) => !Array.isArray(given));
  const files = [uploads.map(({ field, digest }) => [field, digest]), kept];
  return createHash('sha256')
    .update(JSON.stringify([text, files]))
    .digest('hex');
}
