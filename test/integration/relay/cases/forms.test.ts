import type { VisitorCase } from '@lotsa/protocol';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Submitted as SubmittedSchema,
  VisitorCase as CaseSchema,
} from '../../../../apps/relay/http/openapi/answers.ts';
import { post } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';
import { bearer, FAULT, newId, QUESTION, upload, resident } from './resident.ts';

describe.each(storageKinds)('forms and who follows them on %s', (kind) => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
  });
  afterAll(() => relay.close());
  const { get, send, submit, follow } = resident(() => relay.url);

  describe('a form', () => {
    it('is given as data, with what it offers', async () => {
      const all = (await (await get('/api/sites/ekhamra/forms')).json()) as { forms: { id: string }[] };
      expect(all.forms.map(({ id }) => id)).toEqual([
        'begaran',
        'felanmalan',
        'kontakt',
        'synpunkt',
        'tillganglighet',
      ]);
      const one = (await (await get('/api/sites/ekhamra/forms/synpunkt')).json()) as {
        departments: unknown[];
      };
      expect(one.departments).toHaveLength(8);
      expect((await get('/api/sites/ekhamra/forms/none')).status).toBe(404);
      expect((await get('/api/sites/none/forms/kontakt')).status).toBe(404);
    });

    it('[O2] that is sent becomes a case with a number, a secret and a promised date', async () => {
      const submitted = await submit('felanmalan', FAULT);
      expect(v.is(SubmittedSchema, submitted)).toBe(true);
      expect(submitted.number).toMatch(/^EKH-\d{4}-\d{6}$/);
      expect(submitted.departmentId).toBe('TEF');
      expect(submitted.promisedAt).toBeGreaterThan(Date.now());
      const it = await follow(submitted);
      expect(v.safeParse(CaseSchema, it).issues).toBeUndefined();
      expect(it).toMatchObject({ status: 'received', open: true, title: { sv: 'Felanmälan: Belysning' } });
      expect(it.answers.map(({ value }) => value)).toEqual(Object.values(FAULT));
    });

    it('[D2] sent twice is one case with the same secret; with other words it is another', async () => {
      const id = newId();
      const [one, same] = await Promise.all([
        submit('kontakt', QUESTION, id),
        submit('kontakt', QUESTION, id),
      ]);
      expect(same).toEqual(one);
      const other = await submit('kontakt', { ...QUESTION, question: 'Och i morgon?' }, id);
      expect(other.number).not.toBe(one.number);
      expect(other.key).not.toBe(one.key);
      expect((await follow(one)).answers[0]?.value).toBe(QUESTION.question);
    });

    it('numbers cases of the same moment without a hole or a double', async () => {
      const cases = await Promise.all(Array.from({ length: 6 }, () => submit('felanmalan', FAULT)));
      const serials = cases.map(({ number }) => Number(number.slice(-6))).toSorted((a, b) => a - b);
      expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
    });

    it('goes to the department that was chosen, by its own time', async () => {
      const chosen = await submit('synpunkt', { kind: 'praise', description: 'Tack!', departmentId: 'KFF' });
      expect(chosen.departmentId).toBe('KFF');
      // Ten working days: from a Sunday evening until the Friday after the next, when the day's work ends.
      const days = (chosen.promisedAt - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(11);
    });

    it('with something wrong is refused field by field, and no case is made', async () => {
      const answers = { category: 'volcano', description: 'a'.repeat(2_001) };
      const body = { id: newId(), language: 'sv', answers };
      const response = await post(relay.url, '/api/sites/ekhamra/forms/felanmalan', body);
      expect(response.status).toBe(422);
      expect(await response.json()).toEqual({
        error: {
          code: 'invalid_form',
          data: {
            fields: [
              { field: 'category', rule: 'option' },
              { field: 'description', rule: 'too_long', limit: 2_000 },
              { field: 'locationText', rule: 'required' },
            ],
          },
        },
      });
    });

    it('from a page that is not ours is refused', async () => {
      const response = await send('/form/ekhamra/kontakt', upload({}, []), {
        Origin: 'https://evil.example',
      });
      expect(response.status).toBe(403);
    });

    it.each([
      ['no body', 'text/plain', 'hej'],
      ['a body without its parts', 'multipart/form-data', 'hej'],
      [
        'a body that ends too soon',
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="a"',
      ],
    ])('with %s is refused with a code', async (_what, type, body) => {
      const headers = { Origin: relay.url, 'Content-Type': type };
      for (const path of ['/api/sites/ekhamra/forms/kontakt', '/form/ekhamra/kontakt']) {
        const response = await fetch(relay.url + path, { method: 'POST', headers, body });
        expect(response.status).toBe(400);
      }
    });
  });

  describe('the secret of a case', () => {
    it('is not stored', async () => {
      const { number, key } = await submit('kontakt', QUESTION);
      const { docs } = await relay.storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 });
      expect(JSON.stringify(docs)).toContain(number);
      expect(JSON.stringify(docs)).not.toContain(key);
    });

    it('opens that case only; a wrong one and a wrong number are answered alike', async () => {
      const [one, other] = [await submit('kontakt', QUESTION), await submit('kontakt', QUESTION)];
      const answers = await Promise.all(
        [
          [one.number, other.key],
          ['EKH-2026-999999', one.key],
          ['not-a-number', one.key],
          [one.number, ''],
        ].map(async ([number = '', key = '']) => {
          const api = await get(`/api/cases/${number}`, bearer(key));
          const page = await get(`/case/${number}?key=${key}`);
          return [api.status, await api.text(), page.status, await page.text()];
        }),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.[0]).toBe(404);
    });

    it('is tried for one number a few times only, and the right one still opens it', async () => {
      const submitted = await submit('kontakt', QUESTION);
      const tries = Array.from({ length: 25 }, () => get(`/api/cases/${submitted.number}`, bearer('wrong')));
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 404)).toHaveLength(20);
      expect(statuses.filter((status) => status === 429)).toHaveLength(5);
      await follow(submitted);
      const other = await submit('kontakt', QUESTION);
      expect((await get(`/api/cases/${other.number}`, bearer('wrong'))).status).toBe(404);
    });
  });

  describe('the visitor of a case', () => {
    it('adds to it once, however often it is sent, and withdraws it', async () => {
      const { number, key } = await submit('kontakt', QUESTION);
      const path = `/api/cases/${number}`;
      const supplement = { id: newId(), text: 'Jag menar biblioteket.' };
      const call = (to: string, body: object): Promise<Response> =>
        fetch(relay.url + path + to, {
          method: 'POST',
          headers: { ...bearer(key), Origin: relay.url, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
      await call('/supplements', supplement);
      const it = (await (await call('/supplements', supplement)).json()) as VisitorCase;
      expect(it.log.map(({ event }) => event.type)).toEqual(['received', 'supplemented']);
      const withdrawn = (await (await call('/withdrawal', { id: newId() })).json()) as VisitorCase;
      expect(withdrawn).toMatchObject({ status: 'withdrawn', open: false });
      const late = await call('/supplements', { id: newId(), text: 'Förlåt, en sak till.' });
      expect(late.status).toBe(409);
    });
  });
});
