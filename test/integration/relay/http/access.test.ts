import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeStaff, USERS } from '../../../support/access-table.ts';
import { signIn, type VisitorWire } from '../../../support/clients.ts';
import { pdf } from '../../../support/pictures.ts';
import { TestRelay } from '../../../support/relay.ts';
import { routesOf } from '../../../support/routes.ts';

const SPECIFICATION = readFileSync(new URL('../../../../packages/core/ACCESS.md', import.meta.url), 'utf8');
const PASSWORD = 'correct horse battery';
/** Written where only some may read it. */
const WORD = 'hemligt-över-http';

const section = (heading: string): string =>
  (SPECIFICATION.split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0] ?? '';

/** The rows of the table: what is asked for, and the status that each column is answered with. */
const [columns = [], , ...rows] = section('Over HTTP')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
const people = columns.slice(1);
/** What is the same for everybody. */
const open = [...section('Over HTTP').matchAll(/^- `([^`]+)`/gm)].map(([, route = '']) => route);

/** Rows that are asked for as they stand: of a member of the staff, about itself or about all. */
const OF_STAFF = [
  'GET /api/account/security',
  'GET /api/account/step-up',
  'GET /api/identity-secrets/:site',
  'POST /api/identity-secrets/:site',
  'POST /api/identity-secrets/:site/remove',
  'GET /api/sign-in-settings',
  'GET /api/statistics',
  'GET /api/subject-requests/:id/extract',
  'GET /api/papers/:paper',
  'GET /api/users/:user/sign-in',
  'POST /api/account/passkeys',
  'POST /api/account/passkeys/options',
  'POST /api/account/passkeys/remove',
  'POST /api/account/password',
  'POST /api/account/recovery-codes',
  'POST /api/account/sessions/end',
  'POST /api/account/step-up/code',
  'POST /api/account/step-up/passkey',
  'POST /api/account/step-up/passkey/options',
  'POST /api/account/step-up/password',
  'POST /api/account/totp',
  'POST /api/account/totp/confirm',
  'POST /api/account/totp/remove',
  'POST /api/sign-in-settings',
  'POST /api/users/reset-factors',
  'POST /api/users/sign-out',
];

describe('[P6] who may ask what over HTTP', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  /** Every route that the relay has made, as `GET /path`. */
  const routes = new Set<string>();
  const cookies = new Map<string, string>([['nobody', '']]);
  const subjects: Record<string, { conversation: string; file: string }> = {};
  const caseOf = (row: number): string => `EKH-2020-00000${row}`;

  beforeAll(async () => {
    const made = await routesOf(() => TestRelay.start());
    relay = made.result;
    for (const { method, path } of made.routes) routes.add(`${method} ${path}`);

    await completeStaff(relay);
    await relay.storage.update('users', 'agent-01', { capacity: 9 });
    for (const [column, user] of Object.entries(USERS))
      cookies.set(column, await signIn(relay.url, user, PASSWORD));
    const [own, another] = [await relay.visitor(), await relay.visitor()];
    cookies.set('visitor', own.cookie).set('another visitor', another.cookie);
    const agent = await relay.staff('agent-01');
    for (const kind of ['ordinary', 'secret']) {
      subjects[kind] = await begun(own, own.cookie);
      const to = { conversationId: subjects[kind].conversation, id: randomUUID() };
      await agent.ask('conversation:claim', to);
      await agent.ask('handoff:request', {
        ...to,
        id: randomUUID(),
        mode: 'join',
        departmentId: 'SBF',
        userId: null,
        question: WORD,
        reason: WORD,
      });
      if (kind === 'secret')
        await agent.ask('conversation:mark-secret', {
          ...to,
          id: randomUUID(),
          secret: true,
          protectedIdentity: false,
        });
    }
    const opened = await agent.ask('case:open', {
      conversationId: subjects['ordinary']!.conversation,
      id: randomUUID(),
      kind: 'question',
    });
    const doc = (
      await relay.storage.find('cases', { index: 'byNumber', equals: { number: opened.number }, limit: 1 })
    ).docs[0]!;
    // One for each row: after twenty wrong secrets a case is asked about no more for a while.
    const copies = Array.from({ length: 6 }, (_, n) => ({ ...doc, id: `case-${n}`, number: caseOf(n) }));
    await relay.storage.insert('cases', copies);
  }, 60_000);
  afterAll(() => relay.close());

  /** A question with a file. */
  async function begun(visitor: VisitorWire, cookie: string) {
    const conversation = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId: conversation,
      id: randomUUID(),
      text: WORD,
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: { email: 'kim@example.se' },
    });
    const sent = await upload(conversation, cookie);
    const { message } = (await sent.json()) as { message: { file: { id: string } } };
    return { conversation, file: message.file.id };
  }

  function upload(conversation: string, cookie: string): Promise<Response> {
    const body = new FormData();
    body.set('id', randomUUID());
    body.set('file', new File([new Uint8Array(pdf())], `${WORD}.pdf`, { type: 'application/pdf' }));
    return send('POST', `/api/conversations/${conversation}/files`, cookie, body);
  }

  const send = (method: string, path: string, cookie: string, body?: BodyInit): Promise<Response> =>
    fetch(relay.url + path, {
      method,
      redirect: 'manual',
      headers: {
        Origin: relay.url,
        Cookie: cookie,
        ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body }),
    });

  const mail = (to: string, cookie: string) =>
    send(
      'POST',
      `/api/conversations/${to}/mails`,
      cookie,
      JSON.stringify({ id: randomUUID(), kind: 'transcript', email: 'kim@example.se', language: 'sv' }),
    );

  /** Asks with what is in the path, and nothing in the body. */
  function plainly(row: string, cookie: string): Promise<Response> {
    const [method = '', path = ''] = row.split(' ');
    return send(
      method,
      path.replace(':user', 'agent-02').replace(':site', 'ekhamra').replace(':id', randomUUID()),
      cookie,
      method === 'POST' ? '{}' : undefined,
    );
  }

  /** What is asked in each row. */
  const ASK: Record<string, (cookie: string) => Promise<Response>> = {
    'GET /api/settings/file': (cookie) => send('GET', '/api/settings/file', cookie),
    'POST /api/settings/file': (cookie) => send('POST', '/api/settings/file', cookie, '{}'),
    'GET /api/audit': (cookie) => send('GET', '/api/audit?format=json', cookie),
    'POST /api/conversations/:id/files': (cookie) => upload(subjects['ordinary']!.conversation, cookie),
    'POST /api/conversations/:id/files of a secret one': (cookie) =>
      upload(subjects['secret']!.conversation, cookie),
    'GET /api/files/:id': (cookie) => send('GET', `/api/files/${subjects['ordinary']!.file}`, cookie),
    'GET /api/files/:id of a secret one': (cookie) =>
      send('GET', `/api/files/${subjects['secret']!.file}`, cookie),
    'POST /api/conversations/:id/mails': (cookie) => mail(subjects['ordinary']!.conversation, cookie),
    'POST /api/conversations/:id/mails of a secret one': (cookie) =>
      mail(subjects['secret']!.conversation, cookie),
    'GET /api/conversations/:id/erasing': (cookie) =>
      send('GET', `/api/conversations/${subjects['ordinary']!.conversation}/erasing`, cookie),
    'DELETE /api/conversations/:id': (cookie) =>
      send('DELETE', `/api/conversations/${subjects['ordinary']!.conversation}`, cookie),
    ...Object.fromEntries(
      ['package', 'releases'].flatMap((what) =>
        ['ordinary', 'secret'].map((which) => [
          `POST /api/records/:type/:id/${what}${which === 'secret' ? ' of a secret one' : ''}`,
          (cookie: string) => {
            const given = { redactions: [], internal: false, seq: 1, reason: 'Begäran', ground: null };
            const body = JSON.stringify(what === 'package' ? { reason: null } : given);
            return send(
              'POST',
              `/api/records/conversation/${subjects[which]!.conversation}/${what}`,
              cookie,
              body,
            );
          },
        ]),
      ),
    ),
    'GET /api/releases/:id': (cookie) => send('GET', `/api/releases/${randomUUID()}`, cookie),
    'GET /api/cases/:number': (cookie) => send('GET', `/api/cases/${caseOf(0)}`, cookie),
    'POST /api/cases/:number/supplements': (cookie) =>
      send('POST', `/api/cases/${caseOf(1)}/supplements`, cookie, '{}'),
    'POST /api/cases/:number/withdrawal': (cookie) =>
      send('POST', `/api/cases/${caseOf(2)}/withdrawal`, cookie, '{}'),
    'GET /case/:number': (cookie) => send('GET', `/case/${caseOf(3)}`, cookie),
    'POST /case/:number/supplements': (cookie) =>
      send('POST', `/case/${caseOf(4)}/supplements`, cookie, new FormData()),
    'POST /case/:number/withdrawal': (cookie) =>
      send('POST', `/case/${caseOf(5)}/withdrawal`, cookie, new FormData()),
    'POST /api/sites/:site/identity': (cookie) => send('POST', '/api/sites/ekhamra/identity', cookie, '{}'),
    'POST /api/sites/:site/identity/code': (cookie) =>
      send('POST', '/api/sites/ekhamra/identity/code', cookie, '{}'),
    'DELETE /api/sites/:site/identity': (cookie) => send('DELETE', '/api/sites/ekhamra/identity', cookie),
    'POST /api/setup': (cookie) =>
      send(
        'POST',
        '/api/setup',
        cookie,
        JSON.stringify({ token: 'x'.repeat(43), user: 'x-1', name: 'X', password: PASSWORD }),
      ),
    'POST /api/password': (cookie) =>
      send('POST', '/api/password', cookie, JSON.stringify({ token: 'x'.repeat(43), password: PASSWORD })),
    ...Object.fromEntries(OF_STAFF.map((row) => [row, (cookie: string) => plainly(row, cookie)])),
  };

  it('the table and the list have every route there is', () => {
    const named = rows.map(([row = '']) => row.replace(/ of a secret one$/, ''));
    // What is asked with a key has a table of its own.
    const others = [...routes].filter((route) => !route.includes(' /api/v1/'));
    expect([...new Set([...named, ...open])].sort()).toEqual(others.sort());
    expect(rows.map(([row]) => row)).toEqual(Object.keys(ASK));
    expect(people).toEqual(['nobody', 'visitor', 'another visitor', ...Object.keys(USERS)]);
  });

  it.each(rows)('%s', async (row, ...specified) => {
    const answers: string[] = [];
    for (const who of people) {
      const response = await ASK[row]!(cookies.get(who) ?? '');
      answers.push(String(response.status));
      if (!response.ok) expect([who, (await response.text()).includes(WORD)]).toEqual([who, false]);
      else await response.arrayBuffer();
    }
    expect(answers).toEqual(specified);
  });

  it('[P7] a file that somebody else of the staff looked at is an entry of the audit log', async () => {
    const about = {
      index: 'bySubject',
      equals: { subjectId: subjects['secret']!.conversation },
      limit: 9,
    } as const;
    const { docs } = await relay.storage.find('audit', about);
    const reads = docs.filter(({ action }) => action === 'conversationRead');
    expect(reads.map(({ actorId, action }) => [actorId, action])).toEqual([
      ['agent-01', 'conversationRead'],
      ['specialist-sbf', 'conversationRead'],
    ]);
  });
});
