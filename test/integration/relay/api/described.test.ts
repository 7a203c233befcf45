import { randomUUID } from 'node:crypto';
import { ApiScope, WebhookEventType } from '@lotsa/protocol';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it, onTestFinished } from 'vitest';
import { apiOf } from '../../../support/api-key.ts';
import { TestRelay } from '../../../support/relay.ts';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
  requestBody?: { content: Record<string, { schema: object }> };
  security?: object[];
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: Operation }>;
  components: object;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });

it(
  'every route of the API answers as the description that is served says, whatever it answers',
  { timeout: 60_000 },
  async () => {
    const relay = await TestRelay.start();
    onTestFinished(() => relay.close());
    const document = (await (await fetch(`${relay.url}/api/openapi.json`)).json()) as Document;
    const api = await apiOf(relay, ApiScope.options);
    const none = await apiOf(relay, ['directory:read']);
    const seen = new Set<string>();

    /** Asks, and holds the answer against the description. */
    async function ask(
      method: string,
      template: string,
      values: Record<string, string> = {},
      { body, query = '', by = api }: { body?: unknown; query?: string; by?: typeof api } = {},
    ): Promise<unknown> {
      const path = Object.entries(values).reduce(
        (at, [name, value]) => at.replace(`{${name}}`, value),
        template,
      );
      const response = await by.ask(path.replace('/api/v1', '') + query, method, body);
      const operation = document.paths[template]?.[method.toLowerCase()];
      const described = operation?.responses[response.status];
      expect([method, path, response.status, described !== undefined]).toEqual([
        method,
        path,
        response.status,
        true,
      ]);
      expect(operation?.security).toEqual([{ key: [] }]);
      seen.add(`${method} ${template}`);
      const schema = described?.content?.['application/json']?.schema;
      if (!schema) return undefined;
      const json: unknown = await response.json();
      const fits = ajv.compile({ ...schema, components: document.components });
      fits(json);
      expect([method, path, fits.errors, json]).toEqual([method, path, null, json]);
      return json;
    }

    // A conversation and its case, with everything that may stand in them.
    const [visitor, agent] = [await relay.visitor(), await relay.staff('agent-01')];
    const conversationId = randomUUID();
    const to = () => ({ conversationId, id: randomUUID() });
    await visitor.ask('conversation:start', {
      ...to(),
      text: 'Hej!',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: { email: 'kim@example.se', name: 'Kim' },
    });
    await agent.ask('conversation:claim', to());
    await agent.ask('message:send', { ...to(), kind: 'note', text: 'Ringde' });
    const { number: fromChat } = await agent.ask('case:open', { ...to(), kind: 'question', summary: 'Hej' });

    await ask('GET', '/api/v1/directory');
    await ask('GET', '/api/v1/sites/{site}/status', { site: 'ekhamra' });
    await ask('GET', '/api/v1/sites/{site}/status', { site: 'none' });
    const first = await ask('GET', '/api/v1/conversations', {}, { query: '?limit=1' });
    expect(first).toMatchObject({ conversations: [{ id: conversationId, secret: false }] });
    await ask('GET', '/api/v1/conversations', {}, { query: '?state=gone' });
    await ask('GET', '/api/v1/conversations', {}, { query: '?limit=0' });
    await ask('GET', '/api/v1/conversations/{id}', { id: conversationId });
    await ask('GET', '/api/v1/conversations/{id}', { id: 'none' });

    // Pages follow each other without a gap.
    const texts: unknown[] = [];
    let after = '';
    do {
      const query = `?limit=2&after=${encodeURIComponent(after)}`;
      const page = (await ask(
        'GET',
        '/api/v1/conversations/{id}/messages',
        { id: conversationId },
        { query },
      )) as {
        messages: { seq: number; kind: string; text: string }[];
        next: string | null;
      };
      texts.push(...page.messages.map(({ seq, kind, text }) => [seq, kind, text]));
      after = page.next ?? '';
    } while (after);
    expect(texts).toEqual([
      [1, 'text', 'Hej!'],
      [2, 'event', 'assigned'],
      [3, 'note', 'Ringde'],
      [4, 'event', 'caseOpened'],
    ]);

    const body = {
      id: randomUUID(),
      siteId: 'ekhamra',
      kind: 'faultReport',
      text: 'Lampan är trasig. 19811218-9876',
      topicId: 'felanmalan',
      contact: { email: 'kim@example.se' },
    };
    const made = (await ask('POST', '/api/v1/cases', {}, { body })) as { number: string };
    expect(made).toMatchObject({ departmentId: 'TEF', kind: 'faultReport', open: true });
    // The same again is the same (rule D2), and what does not fit names its field.
    expect(await ask('POST', '/api/v1/cases', {}, { body })).toEqual(made);
    for (const [field, wrong] of [
      ['kind', { kind: 'none' }],
      ['siteId', { siteId: 'none' }],
      ['contact.email', { contact: { email: 'x' } }],
      ['text', { text: '' }],
    ] as const) {
      const refused = await ask(
        'POST',
        '/api/v1/cases',
        {},
        { body: { ...body, id: randomUUID(), ...wrong } },
      );
      expect(refused).toMatchObject({ error: { code: 'invalid_payload', data: { field } } });
    }
    const { number } = made;
    await ask('GET', '/api/v1/cases', {}, { query: '?department=TEF' });
    await ask('GET', '/api/v1/cases', {}, { query: '?state=ended' });
    await ask('GET', '/api/v1/cases', {}, { query: '?state=x' });
    await ask('GET', '/api/v1/cases/{number}', { number: fromChat });
    await ask('GET', '/api/v1/cases/{number}', { number: 'EKH-2020-999999' });
    const add = (entry: object) =>
      ask('POST', '/api/v1/cases/{number}/entries', { number }, { body: { id: randomUUID(), ...entry } });
    await add({ type: 'note', text: 'Diarienummer KS 2026/1' });
    await add({ type: 'answer', text: 'Lampan byts i dag.' });
    await add({ type: 'status', status: 'refused' });
    await add({ type: 'status', status: 'done' });
    expect(await add({ type: 'status', status: 'planned' })).toMatchObject({
      error: { code: 'case_closed' },
    });
    const whole = await ask('GET', '/api/v1/cases/{number}', { number });
    expect(JSON.stringify(whole)).not.toContain('19811218-9876');
    expect(whole).toMatchObject({ case: { status: 'done', open: false }, log: { length: 4 } });
    await ask('GET', '/api/v1/cases/{number}/status', { number });
    const mails = (await relay.storage.find('mails', { index: 'byTime', limit: 9 })).docs;
    expect(mails.filter(({ thread }) => thread === number)).toHaveLength(3);

    const content = {
      departmentId: 'SBF',
      title: { sv: 'Så anmäler du', en: 'How to report' },
      intro: {},
      steps: { sv: ['Gå till sidan'], en: ['Go to the page'] },
      url: 'https://www.ekhamra.example/e/anmal',
    };
    const put = (version: number | null, more: object = {}) =>
      ask(
        'PUT',
        '/api/v1/guides/{id}',
        { id: 'anmal' },
        { body: { content: { ...content, ...more }, version } },
      );
    expect(await put(null)).toMatchObject({ version: 1, withdrawn: false });
    expect(await put(null)).toMatchObject({ error: { code: 'changed_meanwhile' } });
    expect(await put(1, { title: { sv: 'Anmäl så här', en: 'How to report' } })).toMatchObject({
      version: 2,
    });
    expect(await put(2, { departmentId: 'X' })).toMatchObject({
      error: { data: { field: 'content.departmentId' } },
    });
    await ask('GET', '/api/v1/guides', {}, { query: '?limit=3' });
    await ask('GET', '/api/v1/guides/{id}', { id: 'anmal' });
    await ask('GET', '/api/v1/guides/{id}', { id: 'none' });
    // It is on the public pages at once, and gone from them when it is withdrawn.
    const page = `${relay.url}/guides/ekhamra/anmal`;
    expect(await (await fetch(page)).text()).toContain('Anmäl så här');
    await ask('DELETE', '/api/v1/guides/{id}', { id: 'anmal' });
    expect((await fetch(page)).status).toBe(404);

    await ask('GET', '/api/v1/statistics', {}, { query: '?siteId=ekhamra&from=2026-11-01&to=2026-11-30' });
    await ask('GET', '/api/v1/statistics', {}, { query: '?siteId=ekhamra&from=2026-11-30&to=2026-11-01' });
    await ask('GET', '/api/v1/statistics', {}, { query: '?siteId=none&from=2026-11-01&to=2026-11-30' });

    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      path.startsWith('/api/v1/')
        ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
        : [],
    );
    expect([...seen].toSorted()).toEqual(operations.toSorted());
    for (const operation of operations) {
      const [method = '', path = ''] = operation.split(' ');
      if (
        document.paths[path]?.[method.toLowerCase()]?.security &&
        !path.includes('directory') &&
        !path.includes('sites')
      )
        await ask(
          method,
          path,
          { id: 'none', number: 'none' },
          { by: none, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) },
        );
    }
    expect(Object.keys(document.webhooks)).toEqual(WebhookEventType.options);
  },
);

it('a key is slowed down on its own, and told when to come back', { timeout: 60_000 }, async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  const [busy, other] = [await apiOf(relay, ['directory:read']), await apiOf(relay, ['directory:read'])];
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let i = 0; i < 61; i += 1) {
    const all = await Promise.all(Array.from({ length: 10 }, () => busy.ask('/directory')));
    for (const response of all) {
      statuses.push(response.status);
      await response.arrayBuffer();
      last = response;
    }
  }
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([600, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await other.ask('/directory')).status).toBe(200);
});
