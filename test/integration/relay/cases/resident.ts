import { randomUUID } from 'node:crypto';
import type { Submitted, VisitorCase } from '@lotsa/protocol';
import { expect } from 'vitest';
import { post } from '../../../support/clients.ts';

export const FAULT = { category: 'light', description: 'Lampan är trasig', locationText: 'Storgatan 5' };
export const QUESTION = { question: 'När öppnar ni?', email: 'kim@example.se' };

export const newId = (): string => randomUUID();

export const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

/** A form with files, as a page without script sends it. */
export function upload(
  fields: Record<string, string>,
  files: [field: string, name: string, bytes: Buffer][],
): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [field, name, bytes] of files) body.append(field, new Blob([new Uint8Array(bytes)]), name);
  return body;
}

/** Somebody who sends forms to a relay and follows what becomes of them. @param url asked at each request. */
export function resident(url: () => string) {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url() + path, { headers, redirect: 'manual' });
  const send = (path: string, body: FormData, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url() + path, {
      method: 'POST',
      body,
      headers: { Origin: url(), ...headers },
      redirect: 'manual',
    });

  async function submit(form: string, answers: object, id = newId()): Promise<Submitted> {
    const body = { id, language: 'sv', answers };
    const response = await post(url(), `/api/sites/ekhamra/forms/${form}`, body);
    expect(response.status).toBe(201);
    return (await response.json()) as Submitted;
  }

  async function follow({ number, key }: { number: string; key: string }): Promise<VisitorCase> {
    const response = await get(`/api/cases/${number}`, bearer(key));
    expect(response.status).toBe(200);
    return (await response.json()) as VisitorCase;
  }

  return { get, send, submit, follow };
}
