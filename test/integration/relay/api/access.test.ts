import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApiScope } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../../../support/api-key.ts';
import { signIn } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { routesOf } from '../../../support/routes.ts';

const SPECIFICATION = readFileSync(new URL('../../../../packages/core/ACCESS.md', import.meta.url), 'utf8');
const WORD = 'hemligt-för-nycklar';
const section = (SPECIFICATION.split('## With a key\n')[1] ?? '').split('\n## ')[0] ?? '';
const [, , ...rows] = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

describe('[P6] what another system may ask with a key', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  const routes = new Set<string>();
  type Api = Awaited<ReturnType<typeof apiOf>>;
  const keys = new Map<string, Api>();
  const conversations: Record<string, string> = {};
  const cases: Record<string, string> = {};

  beforeAll(async () => {
    const made = await routesOf(() => TestRelay.start());
    relay = made.result;
    for (const { method, path } of made.routes) routes.add(`${method} ${path}`);
    for (const scope of ApiScope.options) {
      keys.set(scope, await apiOf(relay, [scope]));
      keys.set(
        `not ${scope}`,
        await apiOf(
          relay,
          ApiScope.options.filter((other) => other !== scope),
        ),
      );
    }
    const agent = await relay.staff('agent-01');
    for (const [kind, topicId] of [
      ['ordinary', 'bygglov'],
      ['secret', 'ekonomiskt-bistand'],
    ] as const) {
      const visitor = await relay.visitor();
      const to = () => ({ conversationId: conversations[kind]!, id: randomUUID() });
      conversations[kind] = randomUUID();
      await visitor.ask('conversation:start', {
        ...to(),
        text: WORD,
        language: 'sv',
        page: null,
        topicId,
        departmentId: null,
        contact: { email: 'kim@example.se', name: WORD },
      });
      await agent.ask('conversation:claim', to());
      cases[kind] = (await agent.ask('case:open', { ...to(), kind: 'question', summary: WORD })).number;
    }
  });
  afterAll(() => relay.close());

  const content = {
    departmentId: 'SBF',
    title: { sv: 'Prov' },
    intro: {},
    steps: { sv: ['Prov'] },
    url: null,
  };
  /** Asks a row's question, of what is ordinary or secret. */
  function ask(api: Api, row: string, kind: 'ordinary' | 'secret', token?: string): Promise<Response> {
    const [method = '', path = ''] = row.split(' ');
    const address = path
      .replace('/api/v1', '')
      .replace(':site', 'ekhamra')
      .replace(':number', cases[kind]!)
      .replace(':id', path.includes('guides') ? 'prov' : conversations[kind]!);
    const body = {
      'POST /api/v1/cases': { id: randomUUID(), siteId: 'ekhamra', kind: 'question', text: 'Hej' },
      'POST /api/v1/cases/:number/entries': { id: randomUUID(), type: 'note', text: 'Hej' },
      'PUT /api/v1/guides/:id': { content, version: 1 },
    }[row];
    const query = path.endsWith('/statistics') ? '?siteId=ekhamra&from=2026-01-01&to=2026-01-31' : '';
    return api.ask(address + query, method, body, token);
  }

  it('the table has every route of the API', () => {
    const api = [...routes].filter((route) => route.includes(' /api/v1/'));
    expect(rows.map(([row = '']) => row).toSorted()).toEqual(api.toSorted());
  });

  it.each(rows)('%s', async (row = '', scope = '', ...specified) => {
    if (row.includes('/guides/')) {
      // There is one of its first version.
      const guide = { ...content, id: 'prov', version: 1, revised: {}, publishedAt: 1, withdrawn: false };
      await relay.storage.put('guides', guide);
    }
    const [own, other] = [keys.get(scope)!, keys.get(`not ${scope}`)!];
    const statuses: string[] = [];
    const answered = async (response: Response): Promise<void> => {
      statuses.push(String(response.status));
      if (response.status >= 400) expect(await response.text()).not.toContain(WORD);
    };
    await answered(await ask(own, row, 'ordinary', ''));
    await answered(await ask(other, row, 'ordinary'));
    await answered(await ask(own, row, 'ordinary'));
    if (specified[3] === '–') statuses.push('–');
    else {
      const response = await ask(own, row, 'secret');
      statuses.push(String(response.status));
      expect(await response.text()).not.toContain(WORD);
    }
    expect(statuses).toEqual(specified);
  });

  it('no list shows what is in a secret one', async () => {
    for (const [scope, path] of [
      ['conversations:read', '/conversations?limit=100'],
      ['cases:read', '/cases?limit=100'],
    ] as const) {
      const text = await (await keys.get(scope)!.ask(path)).text();
      expect(text).toContain('"secret":true');
      for (const word of [WORD, 'ekonomiskt', 'SOF', 'kim@example.se']) expect(text).not.toContain(word);
    }
  });

  it('a key that was revoked, whose time is out, or that is wrong, and a session, open nothing', async () => {
    const key = await apiOf(relay, ['directory:read'], Date.now() + 60_000);
    expect((await key.ask('/directory')).status).toBe(200);
    const last = key.token.at(-1) === 'A' ? 'B' : 'A';
    expect((await key.ask('/directory', 'GET', undefined, key.token.slice(0, -1) + last)).status).toBe(401);
    relay.clock.ahead += 61_000;
    expect((await key.ask('/directory')).status).toBe(401);
    const other = await apiOf(relay, ['directory:read']);
    await other.admin.ask('api-key:revoke', { id: other.key.id });
    const refused = await other.ask('/directory');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const cookie = await signIn(relay.url, 'administrator-1', 'correct horse battery');
    const session = await fetch(`${relay.url}/api/v1/directory`, { headers: { cookie } });
    expect(session.status).toBe(401);
  });

  it('[P7] what it reads and changes is in the audit log under its name, and its token is in no store', async () => {
    const api = await apiOf(relay, ['cases:read', 'cases:write']);
    const entry = { id: randomUUID(), type: 'note', text: 'Registrerad' };
    await api.ask(`/cases/${cases['ordinary']}`);
    await api.ask(`/cases/${cases['ordinary']}`);
    await api.ask(`/cases/${cases['ordinary']}/entries`, 'POST', entry);
    await api.ask(`/cases/${cases['ordinary']}/entries`, 'POST', entry);
    const by = { index: 'byActor', equals: { actorId: api.key.id }, limit: 9 } as const;
    const { docs } = await relay.storage.find('audit', by);
    expect(docs.map(({ action, actorName, reason }) => [action, actorName, reason])).toEqual([
      ['apiRead', 'Diariet', null],
      ['apiWritten', 'Diariet', 'note'],
    ]);
    const stored = [
      await relay.storage.find('apiKeys', { index: 'all', limit: 100 }),
      await relay.storage.find('audit', { index: 'bySeq', limit: 1000 }),
    ];
    expect(JSON.stringify(stored)).not.toContain(api.token.slice(23));
  });
});
