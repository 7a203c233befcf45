import { readdirSync } from 'node:fs';
import type { Submitted } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../support/clients.ts';
import { jpeg, pdf, png, SECRET } from '../../../support/pictures.ts';
import { TestRelay } from '../../../support/relay.ts';
import { FAULT, newId, upload, resident } from './resident.ts';

const PASSWORD = 'correct horse battery';

describe('files', () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
  });
  afterAll(() => relay.close());
  const { get, send, follow } = resident(() => relay.url);

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
});
