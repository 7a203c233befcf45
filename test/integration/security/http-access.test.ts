import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Actor, type Command, decide } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, signIn, visit } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { type HttpRoute, routesOf } from '../../support/routes.ts';

const PASSWORD = 'correct horse battery';
const SPECIFICATION = new URL('../../../packages/core/ACCESS.md', import.meta.url);
/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

function tableOf(heading: string): { columns: string[]; rows: Map<string, string[]> } {
  const text = readFileSync(SPECIFICATION, 'utf8');
  const section = text.slice(text.indexOf(`\n## ${heading}\n`) + 1);
  const end = section.indexOf('\n## ', 1);
  const cells = section
    .slice(0, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const [[, ...columns] = [], , ...rows] = cells;
  return { columns, rows: new Map(rows.map(([route = '', ...rest]) => [route, rest])) };
}

const STAFF: Record<string, string> = {
  owner: 'agent-01',
  agent: 'agent-02',
  asked: 'specialist-sbf',
  specialist: 'specialist-ubf',
  manager: 'manager-1',
  coordinator: 'coordinator-1',
  editor: 'webeditor-1',
  registrar: 'registrar-1',
  administrator: 'administrator-1',
};
const COLUMNS = ['nobody', 'its visitor', 'another visitor', ...Object.keys(STAFF)];

describe('[P6] who may ask what over HTTP', { timeout: 120_000 }, () => {
  let relay: TestRelay;
  let routes: HttpRoute[];
  const cookies = new Map<string, string>();
  let visitorId: string;
  /** A case whose secret is not that of any other. */
  let first: { number: string; key: string };

  beforeAll(async () => {
    ({ result: relay, routes } = await routesOf(() => TestRelay.start()));
    const like = await relay.storage.get('users', 'registrar-1');
    await relay.storage.insert('users', [
      { ...like!, id: 'administrator-1', role: 'administrator' },
      { ...like!, id: 'coordinator-1', role: 'coordinator', departmentIds: ['SBF'] },
    ]);
    for (const [column, user] of Object.entries(STAFF))
      cookies.set(column, await signIn(relay.url, user, PASSWORD));
    cookies.set('nobody', '');
    cookies.set('another visitor', (await visit(relay.url)).cookie);
    const mine = await visit(relay.url);
    cookies.set('its visitor', mine.cookie);
    const { docs } = await relay.storage.find('sessions', {
      index: 'bySubject',
      equals: { kind: 'visitor' },
      limit: 10,
    });
    // Of the two visitors the one whose socket says so: by asking for its conversation below.
    visitorId = '';
    first = await newCase();
    for (const { subjectId } of docs) {
      const conversation = await conversationOf(subjectId, false);
      const response = await ask('its visitor', 'POST', `/api/conversations/${conversation.id}/mails`, {
        id: randomUUID(),
        kind: 'transcript',
        email: 'kim@example.se',
        language: 'sv',
      });
      if (response.status === 204) visitorId = subjectId;
    }
    expect(visitorId).not.toBe('');
  }, 60_000);
  afterAll(() => relay.close());

  /** A conversation that agent-01 owns and SBF was asked about. */
  async function conversationOf(visitor: string, secret: boolean): Promise<Conversation> {
    const conversationId = randomUUID();
    let conversation: Conversation | undefined;
    const say = async (actor: Actor, command: Command): Promise<void> => {
      const message = decide(conversation, command, { actor, id: randomUUID(), now: Date.now() });
      const result = await relay.storage.append(conversationId, conversation, message);
      if (result.status !== 'appended') throw new Error(result.status);
      ({ conversation } = result);
    };
    const opening = {
      siteId: 'ekhamra',
      visitorId: visitor,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: 'SBF',
      contact: { email: 'kim@example.se' },
      ...(secret ? { secret: true as const } : {}),
    };
    const owner = {
      type: 'staff',
      user: { id: 'agent-01', name: 'agent-01', role: 'agent', departmentIds: [] },
    } as const;
    await say({ type: 'visitor', visitorId: visitor }, { type: 'start', opening, text: 'Hej' });
    await say(
      { ...owner, user: { ...owner.user, departmentIds: [] } },
      { type: 'claim', load: 0, capacity: 1 },
    );
    await say(
      { ...owner, user: { ...owner.user, departmentIds: [] } },
      {
        type: 'requestHandoff',
        mode: 'join',
        departmentId: 'SBF',
        user: null,
        question: 'Får hon?',
        reason: 'Vet inte',
        deadline: Date.now() + 600_000,
        skill: null,
      },
    );
    return conversation!;
  }

  const ask = (
    column: string,
    method: string,
    path: string,
    body?: object,
    headers: object = {},
  ): Promise<Response> =>
    fetch(relay.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: relay.url,
        cookie: cookies.get(column) ?? '',
        ...(body instanceof FormData || !body ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });

  const picture = (id = randomUUID()): FormData => {
    const form = new FormData();
    form.set('id', id);
    form.set('file', new Blob([PNG], { type: 'image/png' }), 'a.png');
    return form;
  };

  const question = { language: 'sv', answers: { question: 'Hej?', phone: '0700-11 22 33' } };
  const newCase = async (): Promise<{ number: string; key: string }> =>
    (await (
      await post(relay.url, '/api/sites/ekhamra/forms/kontakt', { ...question, id: randomUUID() })
    ).json()) as { number: string; key: string };

  /** A request of each row by a column; where a secret is the key, everybody sends what it may know. */
  const ASKED: Record<string, (column: string) => Promise<Response>> = {};
  for (const secret of [false, true]) {
    const of = secret ? ' of a secret conversation' : ' of an ordinary conversation';
    ASKED[`POST /api/conversations/:id/files${of}`] = async (column) =>
      ask(
        column,
        'POST',
        `/api/conversations/${(await conversationOf(visitorId, secret)).id}/files`,
        picture(),
      );
    ASKED[`POST /api/conversations/:id/mails${of}`] = async (column) =>
      ask(column, 'POST', `/api/conversations/${(await conversationOf(visitorId, secret)).id}/mails`, {
        id: randomUUID(),
        kind: 'transcript',
        email: `${column.replace(' ', '-')}@example.se`,
        language: 'sv',
      });
    ASKED[`GET /api/conversations/:id/erasing${of}`] = async (column) =>
      ask(column, 'GET', `/api/conversations/${(await conversationOf(visitorId, secret)).id}/erasing`);
    ASKED[`DELETE /api/conversations/:id${of}`] = async (column) =>
      ask(column, 'DELETE', `/api/conversations/${(await conversationOf(visitorId, secret)).id}`);
    ASKED[`GET /api/files/:id${of}`] = async (column) => {
      const { id } = await conversationOf(visitorId, secret);
      const sent = await ask('its visitor', 'POST', `/api/conversations/${id}/files`, picture());
      const { message } = (await sent.json()) as { message: { file: { id: string } } };
      return ask(column, 'GET', `/api/files/${message.file.id}`);
    };
  }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  for (const own of [true, false]) {
    const by = own ? ' with its secret' : ' with the secret of another';
    const keyed = async (): Promise<{ number: string; key: string }> => {
      const it = await newCase();
      return own ? it : { ...it, key: first.key };
    };
    ASKED[`GET /api/cases/:number${by}`] = async (column) => {
      const { number, key } = await keyed();
      return ask(column, 'GET', `/api/cases/${number}`, undefined, bearer(key));
    };
    ASKED[`POST /api/cases/:number/supplements${by}`] = async (column) => {
      const { number, key } = await keyed();
      return ask(
        column,
        'POST',
        `/api/cases/${number}/supplements`,
        { id: randomUUID(), text: 'Mer' },
        bearer(key),
      );
    };
    ASKED[`POST /api/cases/:number/withdrawal${by}`] = async (column) => {
      const { number, key } = await keyed();
      return ask(column, 'POST', `/api/cases/${number}/withdrawal`, { id: randomUUID() }, bearer(key));
    };
    ASKED[`GET /case/:number${by}`] = async (column) => {
      const { number, key } = await keyed();
      return ask(column, 'GET', `/case/${number}?key=${key}`);
    };
    for (const [what, field] of [
      ['supplements', 'text'],
      ['withdrawal', 'confirm'],
    ] as const) {
      ASKED[`POST /case/:number/${what}${by}`] = async (column) => {
        const { number, key } = await keyed();
        const form = new FormData();
        form.set('id', randomUUID());
        form.set('key', key);
        form.set(field, what === 'withdrawal' ? 'true' : 'Mer');
        return ask(column, 'POST', `/case/${number}/${what}?key=${key}`, form);
      };
    }
  }
  Object.assign(ASKED, {
    'GET /api/audit': (column: string) => ask(column, 'GET', '/api/audit?format=json'),
    'GET /api/settings/file': (column: string) => ask(column, 'GET', '/api/settings/file'),
    'POST /api/settings/file': (column: string) => ask(column, 'POST', '/api/settings/file', {}),
    'POST /api/setup': (column: string) =>
      ask(column, 'POST', '/api/setup', {
        token: 'x'.repeat(43),
        user: 'eva',
        name: 'Eva',
        password: PASSWORD,
      }),
    'POST /api/password': (column: string) =>
      ask(column, 'POST', '/api/password', { token: 'x'.repeat(43), password: PASSWORD }),
    'GET /continue/:site': (column: string) => ask(column, 'GET', `/continue/ekhamra?key=${'x'.repeat(43)}`),
    'POST /continue/:site': (column: string) => ask(column, 'POST', '/continue/ekhamra', {}),
  });

  it('every route is either open to everybody or in the table, and there is no other', () => {
    const text = readFileSync(SPECIFICATION, 'utf8');
    const open = [...text.matchAll(/^- `([A-Z]+ \/[^`]*)`/gm)].map(([, route = '']) => route);
    const rows = [...tableOf('Over HTTP').rows.keys()].map((row) => row.split(' ').slice(0, 2).join(' '));
    const registered = routes.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual([...new Set([...open, ...rows])].sort());
  });

  it('the answers are those of the table', async () => {
    const { columns, rows } = tableOf('Over HTTP');
    expect(columns).toEqual(COLUMNS);
    const answers: [string, string[]][] = [];
    for (const [row, request] of Object.entries(ASKED)) {
      const cells: string[] = [];
      for (const column of COLUMNS) cells.push(String((await request(column)).status));
      answers.push([row, cells]);
    }
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(rows));
  });

  it('what is not there is answered as what one may not see', async () => {
    const { id } = await conversationOf(visitorId, true);
    const { number } = await newCase();
    for (const column of ['nobody', 'another visitor', 'specialist', 'editor']) {
      for (const [there, not] of [
        [`/api/conversations/${id}/files`, `/api/conversations/${randomUUID()}/files`],
        [`/api/conversations/${id}/mails`, `/api/conversations/${randomUUID()}/mails`],
        [`/api/cases/${number}/withdrawal`, '/api/cases/EKH-2020-999999/withdrawal'],
      ] as const) {
        const [one, other] = [await ask(column, 'POST', there, {}), await ask(column, 'POST', not, {})];
        expect([column, there, one.status, await one.text()]).toEqual([
          column,
          there,
          other.status,
          await other.text(),
        ]);
      }
    }
  });

  it('ids and secrets that the relay makes have at least 122 random bits', async () => {
    const { key } = first;
    expect(Buffer.from(key, 'base64url').length * 8).toBeGreaterThanOrEqual(122);
    const { id } = await conversationOf(visitorId, false);
    const sent = await ask('its visitor', 'POST', `/api/conversations/${id}/files`, picture());
    const { message } = (await sent.json()) as { message: { file: { id: string } } };
    expect(message.file.id).toMatch(/^[0-9a-f]{32,}$/);
    for (const cookie of [cookies.get('owner')!, cookies.get('its visitor')!])
      expect(Buffer.from(cookie.split('=')[1]!, 'base64url').length * 8).toBeGreaterThanOrEqual(122);
  });
});
