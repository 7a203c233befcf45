import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Submitted, VisitorCase } from '@lotsa/protocol';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Submitted as SubmittedSchema,
  VisitorCase as CaseSchema,
} from '../../../apps/relay/http/openapi/answers.ts';
import { post, signIn } from '../../support/clients.ts';
import { jpeg, pdf, png, SECRET } from '../../support/pictures.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const PASSWORD = 'correct horse battery';
const FAULT = { category: 'light', description: 'Lampan är trasig', locationText: 'Storgatan 5' };
const QUESTION = { question: 'När öppnar ni?', email: 'kim@example.se' };

describe.each(storageKinds)('forms and cases on %s', (kind) => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
  }, 30_000);
  afterAll(() => relay.close());

  const newId = (): string => randomUUID();
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(relay.url + path, { headers, redirect: 'manual' });
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

  async function submit(form: string, answers: object, id = newId()): Promise<Submitted> {
    const response = await post(relay.url, `/api/sites/ekhamra/forms/${form}`, {
      id,
      language: 'sv',
      answers,
    });
    expect(response.status).toBe(201);
    return (await response.json()) as Submitted;
  }

  async function follow({ number, key }: { number: string; key: string }): Promise<VisitorCase> {
    const response = await get(`/api/cases/${number}`, bearer(key));
    expect(response.status).toBe(200);
    return (await response.json()) as VisitorCase;
  }

  function upload(fields: Record<string, string>, files: [field: string, name: string, bytes: Buffer][]) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const [field, name, bytes] of files) body.append(field, new Blob([new Uint8Array(bytes)]), name);
    return body;
  }
  const send = (path: string, body: FormData, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(relay.url + path, {
      method: 'POST',
      body,
      headers: { Origin: relay.url, ...headers },
      redirect: 'manual',
    });

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
      const days = (chosen.promisedAt - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(12);
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

  describe('files', () => {
    it('go with a form, cleaned, for those only who may see the case', async () => {
      const body = upload({ id: newId(), language: 'sv', ...FAULT }, [['photos', '../lampa.jpg', jpeg()]]);
      const response = await send('/api/sites/ekhamra/forms/felanmalan', body);
      expect(response.status).toBe(201);
      const submitted = (await response.json()) as Submitted;
      const [file] = (await follow(submitted)).files;
      expect(file).toMatchObject({ name: 'lampa.jpg', type: 'image/jpeg', width: 3, height: 2 });
      const path = `/api/files/${file?.id}`;
      expect((await get(path)).status).toBe(404);
      expect((await get(`${path}?key=wrong`)).status).toBe(404);
      const sent = await get(`${path}?key=${submitted.key}`);
      expect(Object.fromEntries(sent.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': `inline; filename="lampa.jpg"; filename*=UTF-8''lampa.jpg`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox') as string,
        'cache-control': 'private, no-store',
      });
      const bytes = Buffer.from(await sent.arrayBuffer());
      expect(bytes.length).toBe(file?.size);
      expect(bytes.includes(SECRET.slice(0, 8))).toBe(false);
      const agent = await signIn(relay.url, 'agent-01', PASSWORD);
      expect((await get(path, { Cookie: agent })).status).toBe(200);
    });

    it('[D2] sent twice with a form are one case and one file', async () => {
      const id = newId();
      const body = () => upload({ id, language: 'sv', ...FAULT }, [['photos', 'a.png', png()]]);
      const [one, two] = await Promise.all([
        send('/api/sites/ekhamra/forms/felanmalan', body()),
        send('/api/sites/ekhamra/forms/felanmalan', body()),
      ]);
      const submitted = (await one.json()) as Submitted;
      expect(await two.json()).toEqual(submitted);
      const { files } = await follow(submitted);
      expect(files).toHaveLength(1);
      expect((await get(`/api/files/${files[0]?.id}?key=${submitted.key}`)).status).toBe(200);
    });

    it.each([
      ['of another type', 'a.jpg', Buffer.from('<script>'), 'file_type'],
      ['of a type that the field does not take', 'a.pdf', pdf(), 'file_type'],
      ['that is damaged', 'a.png', png().subarray(0, 60), 'file_broken'],
      [
        'that is too large',
        'a.png',
        Buffer.concat([png(), Buffer.alloc(10 * 1024 * 1024)]),
        'file_too_large',
      ],
    ])('%s are refused at their field', async (_what, name, bytes, rule) => {
      const body = upload({ id: newId(), language: 'sv', ...FAULT }, [['photos', name, bytes]]);
      const response = await send('/api/sites/ekhamra/forms/felanmalan', body);
      expect(response.status).toBe(422);
      const { error } = (await response.json()) as { error: { data: { fields: { rule: string }[] } } };
      expect(error.data.fields[0]?.rule).toBe(rule);
      expect(readdirSync(`${relay.folder}/incoming`)).toEqual([]);
    });

    it('that were never sent with a form are gone after a day', async () => {
      const body = upload({ id: newId(), lang: 'sv' }, [['photos', 'a.png', png()]]);
      expect((await send('/form/ekhamra/felanmalan', body)).status).toBe(422);
      const stray = { index: 'byAttached', equals: { attached: 0 }, limit: 100 } as const;
      expect(await relay.storage.count('files', stray)).toBeGreaterThan(0);
      relay.clock.ahead += 25 * 60 * 60 * 1000;
      await expect.poll(() => relay.storage.count('files', stray)).toBe(0);
      relay.clock.ahead = 0;
    }, 30_000);
  });

  describe('a file in a conversation', () => {
    it('is a message for both sides, once, and for nobody else', async () => {
      const agent = await relay.staff('agent-01');
      const visitor = await relay.visitor();
      const conversationId = newId();
      await visitor.ask('conversation:start', {
        conversationId,
        id: newId(),
        text: 'Kan jag få hjälp?',
        language: 'sv',
        page: null,
        topicId: null,
        departmentId: null,
        contact: null,
      });
      const path = `/api/conversations/${conversationId}/files`;
      const id = newId();
      const body = () => upload({ id }, [['file', 'karta.png', png()]]);
      const one = await send(path, body(), { Cookie: visitor.cookie });
      expect(one.status).toBe(201);
      const { message } = (await one.json()) as { message: { file: { id: string } } };
      expect(await (await send(path, body(), { Cookie: visitor.cookie })).json()).toEqual({ message });
      const { messages } = await agent.ask('conversation:resume', { conversationId, after: 0 });
      expect(messages.map((it) => it.kind)).toEqual(['text', 'file']);
      const told = await visitor.fact('message:sent', (it) => it.kind === 'file');
      expect(told).toMatchObject({ file: { name: 'karta.png', type: 'image/png' } });

      const file = `/api/files/${message.file.id}`;
      const other = await relay.visitor();
      const agentCookie = await signIn(relay.url, 'agent-01', PASSWORD);
      const statuses = await Promise.all(
        [visitor.cookie, agentCookie, other.cookie, ''].map(
          async (Cookie) => (await get(file, { Cookie })).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 404, 404]);
      expect((await send(path, body(), { Cookie: other.cookie })).status).toBe(404);
      // An agent who has not taken the question reads it, and does not answer in it.
      expect((await send(path, body(), { Cookie: agentCookie })).status).toBe(403);
    });
  });

  describe('a conversation that becomes a case', () => {
    async function begun(contact: { email: string } | null) {
      const visitor = await relay.visitor();
      const conversationId = newId();
      await visitor.ask('conversation:start', {
        conversationId,
        id: newId(),
        text: 'Får jag bygga ett uterum?',
        language: 'sv',
        page: null,
        topicId: 'bygglov',
        departmentId: null,
        contact,
      });
      return { visitor, conversationId };
    }

    it('[O2] [O4] by its agent: the visitor is told number and date, and gets its secret link', async () => {
      const agent = await relay.staff('agent-01');
      const { visitor, conversationId } = await begun(null);
      await agent.ask('conversation:claim', { conversationId, id: newId() });
      const close = { conversationId, id: newId(), outcome: 'caseRegistered', topicId: 'bygglov' } as const;
      await agent.ask('conversation:close', close);
      await agent.ask('conversation:close', close);
      const all = await visitor.ask('conversation:resume', { conversationId, after: 0 });
      const events = all.messages.flatMap((it) => (it.kind === 'event' ? [it.event] : []));
      expect(events.map(({ type }) => type)).toEqual(['assigned', 'caseOpened', 'closed']);
      const opened = events.find((it) => it.type === 'caseOpened');
      const link = await visitor.ask('case:link', { conversationId });
      expect(link.number).toBe(opened?.number);
      const page = await get(link.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Samhällsbyggnadsförvaltningen');
      const stranger = await relay.visitor();
      expect(await stranger.answer('case:link', { conversationId })).toMatchObject({
        error: { code: 'not_found' },
      });
      const { docs } = await relay.storage.find('cases', {
        index: 'byNumber',
        equals: { number: link.number },
        limit: 1,
      });
      expect(docs[0]).toMatchObject({ conversationId, departmentId: 'SBF', open: 1 });
    });

    it('[O2] when its visitor leaves with contact details; without, it is abandoned', async () => {
      const outcomes = [];
      for (const contact of [{ email: 'kim@example.se' }, null]) {
        const { visitor, conversationId } = await begun(contact);
        await visitor.ask('conversation:end', { conversationId, id: newId() });
        const conversation = await relay.storage.load(conversationId);
        outcomes.push([conversation?.outcome, conversation?.caseNumber !== null]);
      }
      expect(outcomes).toEqual([
        ['caseRegistered', true],
        ['abandoned', false],
      ]);
    });
  });

  describe('the staff', () => {
    it('work on a case: the visitor sees what is for it, and nothing else', async () => {
      const agent = await relay.staff('agent-01');
      const submitted = await submit('felanmalan', FAULT);
      const { number } = submitted;
      await agent.fact('case:changed', (it) => it.case.number === number);
      const update = (change: Parameters<typeof agent.ask<'case:update'>>[1]['change']) =>
        agent.ask('case:update', { number, id: newId(), change });
      await update({ type: 'owner', userId: 'agent-01' });
      await update({ type: 'note', text: 'Ring Kim först' });
      await update({ type: 'status', status: 'planned' });
      await update({ type: 'answer', text: 'Vi byter lampan på torsdag.' });
      const { case: it, log } = await update({ type: 'department', departmentId: 'SBF' });
      expect(it).toMatchObject({
        departmentId: 'SBF',
        status: 'forwarded',
        ownerId: 'agent-01',
      });
      expect(log.map(({ event }) => event.type)).toEqual([
        'received',
        'ownerSet',
        'noted',
        'statusSet',
        'answered',
        'departmentSet',
      ]);
      expect(JSON.stringify(await agent.ask('case:get', { number }))).not.toContain('keyHashes');
      const seen = await follow(submitted);
      expect(seen.log.map(({ event }) => event.type)).toEqual([
        'received',
        'statusSet',
        'answered',
        'departmentSet',
      ]);
      expect(JSON.stringify(seen)).not.toContain('Ring Kim');
    });

    it('[D2] whose request is sent twice change a case once', async () => {
      const agent = await relay.staff('agent-01');
      const { number } = await submit('kontakt', QUESTION);
      const request = { number, id: newId(), change: { type: 'note', text: 'En gång' } } as const;
      await Promise.all([agent.ask('case:update', request), agent.ask('case:update', request)]);
      expect((await agent.ask('case:get', { number })).log).toHaveLength(2);
    });

    it('see the cases of their role only', async () => {
      const users = await relay.storage.find('users', { index: 'all', limit: 50 });
      const specialist = (department: string): string =>
        users.docs.find((user) => user.role === 'specialist' && user.departmentIds[0] === department)!.id;
      const [tef, ubf] = [await relay.staff(specialist('TEF')), await relay.staff(specialist('UBF'))];
      const { number } = await submit('felanmalan', FAULT);
      const list = { after: null, departmentId: 'TEF' };
      const own = await tef.ask('cases:list', { ...list, box: 'department' });
      expect(own.cases.map((it) => it.number)).toContain(number);
      const refusals = await Promise.all([
        ubf.answer('cases:list', { ...list, box: 'department' }),
        tef.answer('cases:list', { ...list, box: 'all' }),
        ubf.answer('case:get', { number }),
        ubf.answer('case:update', { number, id: newId(), change: { type: 'note', text: 'Hej' } }),
        tef.answer('case:update', {
          number,
          id: newId(),
          change: { type: 'owner', userId: specialist('UBF') },
        }),
      ]);
      expect(refusals.map((it) => (it.ok ? 'ok' : it.error.code))).toEqual([
        'forbidden',
        'forbidden',
        'not_found',
        'not_found',
        'unknown_target',
      ]);
    });

    it('[O6] find what is overdue, everywhere and in a department', async () => {
      const agent = await relay.staff('agent-01');
      const { number, promisedAt } = await submit('felanmalan', FAULT);
      const overdue = async (): Promise<string[]> => {
        const numbers: string[] = [];
        for (const departmentId of [null, 'TEF']) {
          let after: string | null = null;
          do {
            const page: { cases: { number: string }[]; next: string | null } = await agent.ask('cases:list', {
              box: 'overdue',
              departmentId,
              after,
            });
            numbers.push(...page.cases.map((it) => it.number));
            after = page.next;
          } while (after !== null);
        }
        return numbers.filter((each) => each === number);
      };
      expect(await overdue()).toEqual([]);
      relay.clock.ahead = promisedAt - Date.now() + 60_000;
      expect(await overdue()).toEqual([number, number]);
      relay.clock.ahead = 0;
      await agent.ask('case:update', { number, id: newId(), change: { type: 'status', status: 'done' } });
    });
  });
});
