import { randomUUID } from 'node:crypto';
import type { ImportAnswer, Municipality, SettingsEntry, SettingsItem, SettingsKind } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn, type StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

let relay: TestRelay;
let admin: StaffWire;
beforeEach(async () => {
  relay = await TestRelay.start();
  admin = await relay.staff('administrator-1');
});
afterEach(() => relay.close());

async function entryOf<Kind extends SettingsKind>(kind: Kind, id: string): Promise<SettingsEntry<Kind>> {
  const { entries } = await admin.ask('settings:list', { kind });
  const entry = entries.find(({ item }) => item.id === id);
  if (!entry) throw new Error(`no ${kind} ${id}`);
  return entry as SettingsEntry<Kind>;
}

const put = <Kind extends SettingsKind>(
  kind: Kind,
  item: SettingsItem<Kind>,
  revision: string | null,
  by: StaffWire = admin,
) => by.answer('settings:put', { kind, item: { ...item }, revision });

describe('what is set up', () => {
  it('[P7] is changed, written down with before and after, and told to everybody at once', async () => {
    const agent = await relay.staff('agent-01');
    const { item, revision } = await entryOf('topics', 'avfall');
    await put('topics', { ...item, name: { ...item.name, sv: 'Sopor' } }, revision);
    await agent.fact('settings:changed');
    const { topics } = await agent.ask('console:open', {});
    expect(topics.find(({ id }) => id === 'avfall')?.name.sv).toBe('Sopor');
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: 'topics:avfall' },
      limit: 10,
    });
    expect(docs).toMatchObject([
      {
        action: 'settingsChanged',
        actorId: 'administrator-1',
        change: { before: { name: { sv: item.name.sv } }, after: { name: { sv: 'Sopor' } } },
      },
    ]);
  });

  it('is told by another relay on the same store too', async () => {
    const sibling = await relay.sibling();
    const agent = await sibling.staff('agent-01');
    const { item, revision } = await entryOf('topics', 'avfall');
    expect(await put('topics', { ...item, name: { sv: 'Sopor' } }, revision)).toMatchObject({ ok: true });
    await agent.fact('settings:changed');
  });

  it('is not overwritten by who did not see the last change; a lost answer asked again is the same', async () => {
    const { item, revision } = await entryOf('departments', 'TEF');
    const mine = { ...item, phone: '0980-1' };
    expect(await put('departments', mine, revision)).toMatchObject({ ok: true });
    expect(await put('departments', mine, revision)).toMatchObject({ ok: true });
    expect(await put('departments', { ...item, board: 'Annan' }, revision)).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile', data: { name: 'Administratör 1' } },
    });
    const both = await Promise.all(
      ['a', 'b'].map(async (board) =>
        put('departments', { ...mine, board }, (await entryOf('departments', 'TEF')).revision),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    ['topics', 'avfall', { name: { sv: ' ' } }, 'name.sv', 'empty'],
    ['topics', 'avfall', { departmentId: 'XXX' }, 'departmentId', 'unknown'],
    ['sites', 'ekhamra', { allowedOrigins: ['www.ekhamra.se/sida'] }, 'allowedOrigins.0', 'origin'],
    ['cannedResponses', 'c01', { text: { sv: 'Hej {namnet}' } }, 'text.sv', 'unknown_variable'],
    ['cannedResponses', 'c01', { shortcut: 'tack' }, 'shortcut', 'taken'],
    ['agreements', 'sbf-bygglov', { userIds: ['specialist-ubf'] }, 'userIds.0', 'not_in_department'],
  ] as const)('names the field that does not fit: %s %s', async (kind, id, change, field, rule) => {
    const { item, revision } = await entryOf(kind, id);
    expect(await put(kind, { ...item, ...change } as never, revision)).toEqual({
      ok: false,
      error: { code: 'invalid_payload', data: { field, rule } },
    });
  });

  it('retires what nothing needs, and names what still needs it', async () => {
    const department = await entryOf('departments', 'TEF');
    expect(
      await put('departments', { ...department.item, retired: true }, department.revision),
    ).toMatchObject({
      ok: false,
      error: { code: 'in_use' },
    });
    const { item, revision } = await entryOf('topics', 'avfall');
    const made = { id: 'ny', name: { sv: 'Ny' }, departmentId: null, retired: false };
    expect(await put('topics', made, null)).toMatchObject({ ok: true });
    expect(
      await put('topics', { ...made, retired: true }, (await entryOf('topics', 'ny')).revision),
    ).toMatchObject({
      ok: true,
    });
    expect(revision).not.toBe('');
    expect(item.retired).toBe(false);
  });
});

describe('who works here', () => {
  it('the last administrator stays', async () => {
    const { item, revision } = await entryOf('users', 'administrator-1');
    for (const change of [{ active: false }, { role: 'agent' as const }])
      expect(await put('users', { ...item, ...change }, revision)).toMatchObject({
        ok: false,
        error: { code: 'last_administrator' },
      });
  });

  it('[O1] [O3] whoever is deactivated is out at once, and its questions are the queue’s', async () => {
    const agent = await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Hej',
      language: 'sv',
      page: null,
      topicId: 'avfall',
      departmentId: null,
      contact: null,
    });
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    const { item, revision } = await entryOf('users', 'agent-01');
    expect(await put('users', { ...item, active: false }, revision)).toMatchObject({ ok: true });
    await agent.fact('session:ended');
    expect(await relay.storage.load(conversationId)).toMatchObject({ ownerType: 'queue', ownerId: '' });
    await expect(signIn(relay.url, 'agent-01', 'correct horse battery')).rejects.toThrow('wrong_credentials');
  });

  it('a one-time link sets a password, once', async () => {
    const { token } = await admin.ask('user:invite', { userId: 'agent-02' });
    const use = () =>
      fetch(`${relay.url}/api/password`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: relay.url },
        body: JSON.stringify({ token, password: 'a whole new password' }),
      });
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(404);
    await expect(signIn(relay.url, 'agent-02', 'a whole new password')).resolves.toBeTruthy();
    await expect(signIn(relay.url, 'agent-02', 'correct horse battery')).rejects.toThrow('wrong_credentials');
  });
});

describe('the file of everything', () => {
  const asAdmin = async (method: string, body?: object) => {
    const cookie = await signIn(relay.url, 'administrator-1', 'correct horse battery');
    return fetch(`${relay.url}/api/settings/file`, {
      method,
      headers: { cookie, origin: relay.url, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  };

  const look = async (file: Municipality) =>
    (await (await asAdmin('POST', { file, mode: 'replace', plan: null })).json()) as ImportAnswer;

  it('comes out without secrets and in after a look; what was taken in half is finished by the next', async () => {
    const answer = await asAdmin('GET');
    const text = await answer.text();
    expect(text).not.toMatch(/argon2|passwordHash|presentUntil/);
    const file = JSON.parse(text) as Municipality;
    expect(await (await asAdmin('POST', { file, mode: 'replace', plan: null })).json()).toMatchObject({
      changes: [],
    });
    const made = { id: 'nytt', name: { sv: 'Nytt' }, departmentId: null, retired: false };
    file.topics[0]!.name.sv = 'Ändrat';
    file.topics.push(made);
    file.cannedResponses.pop();
    const looked = await look(file);
    expect(looked.changes.map(({ change }) => change)).toEqual(['changed', 'new', 'gone']);
    expect(await relay.storage.get('topics', 'nytt')).toBeUndefined();
    // As a crash in the middle would leave it.
    await relay.storage.insert('topics', [made]);
    expect((await asAdmin('POST', { file, mode: 'replace', plan: looked.plan })).status).toBe(409);
    const rest = await look(file);
    await asAdmin('POST', { file, mode: 'replace', plan: rest.plan });
    expect(await (await asAdmin('POST', { file, mode: 'replace', plan: null })).json()).toMatchObject({
      changes: [],
    });
  });

  it('is refused with the paths of what does not fit, and to others than administrators', async () => {
    const file = (await (await asAdmin('GET')).json()) as Municipality;
    file.topics[1]!.departmentId = 'XXX';
    const wrong = (await (await asAdmin('POST', { file, mode: 'merge', plan: null })).json()) as {
      error: unknown;
    };
    expect(wrong.error).toEqual({
      code: 'invalid_form',
      data: { fields: [{ field: 'topics.1.departmentId', rule: 'unknown' }] },
    });
    const cookie = await signIn(relay.url, 'manager-1', 'correct horse battery');
    expect((await fetch(`${relay.url}/api/settings/file`, { headers: { cookie } })).status).toBe(403);
  });
});
