import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Actor, type Command, decide, decideCase, evolveCase, firstStatSettings } from '@lotsa/core';
import {
  type Ban,
  type CaseOpening,
  type Conversation,
  type SettingsKind,
  settingsRequests,
  staffRequests,
  visitorRequests,
} from '@lotsa/protocol';
import ekhamra from '../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../apps/relay/seed/municipality.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type StaffWire, staffSocket, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const SPECIFICATION = new URL('../../../packages/core/ACCESS.md', import.meta.url);

/** The rows of the table under a heading: the request, and what each column says. */
function tableOf(heading: string): { columns: string[]; rows: Map<string, string[]> } {
  const text = readFileSync(SPECIFICATION, 'utf8');
  const lines = text
    .slice(text.indexOf(`## ${heading}\n`))
    .split('\n')
    .slice(1);
  const end = lines.findIndex((line) => line.startsWith('## '));
  const cells = lines
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
  const [[, ...columns] = [], , ...rows] = cells;
  return { columns, rows: new Map(rows.map(([request = '', ...rest]) => [request, rest])) };
}

/** Who stands in each column. */
const USERS: Record<string, string> = {
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

/** What stands in the case of the table. */
const CASE_WORD = 'hemligt-ärende';

const system: Actor = { type: 'system' };
const staffActor = (id: string, role: 'agent' | 'specialist', departmentIds: string[] = []): Actor => ({
  type: 'staff',
  user: { id, name: id, role, departmentIds },
});
const owner = staffActor('agent-01', 'agent');
const asked = staffActor('specialist-sbf', 'specialist', ['SBF']);

/** What is entered of a person's request about its data. */
const SUBJECT = {
  name: 'Kim',
  replyTo: '',
  language: 'sv',
  receivedAt: 1,
  identity: 'none',
  identityNote: '',
  terms: ['kim@example.se'],
  note: '',
};
const noRequest = () => ({ requestId: randomUUID(), revision: 0 });
/** A webhook that there is none of. */
const NO_HOOK = 'wh_0123456789ab';

/** Where a conversation stands when a request is made. */
type Stage = 'queued' | 'offered' | 'requested' | 'accepted' | 'third';

describe('[P6] who may ask what', { timeout: 120_000 }, () => {
  let relay: TestRelay;
  const wires = new Map<string, StaffWire>();
  beforeAll(async () => {
    relay = await TestRelay.start();
    const like = await relay.storage.get('users', 'registrar-1');
    if (!like) throw new Error('Ekhamra has no registrar');
    await relay.storage.insert('users', [
      { ...like, id: 'administrator-1', role: 'administrator' },
      { ...like, id: 'coordinator-1', role: 'coordinator', departmentIds: ['SBF'] },
    ]);
    for (const secret of [false, true]) {
      const opening: CaseOpening = {
        number: caseOf({ secret }),
        siteId: 'ekhamra',
        kind: 'question',
        title: { sv: CASE_WORD },
        language: 'sv',
        formId: null,
        conversationId: null,
        topicId: null,
        departmentId: 'SBF',
        contact: { email: 'kim@example.se' },
        secret,
        promisedAt: 1,
        answers: [],
        files: [],
      };
      const command = { type: 'receive', opening } as const;
      const entry = decideCase(undefined, command, { actor: system, id: 'received-by-test', now: 1 });
      const doc = { ...evolveCase(undefined, `case-${secret}`, entry), log: [entry], keyHashes: [] };
      await relay.storage.insert('cases', [doc]);
    }
    for (const [column, user] of Object.entries(USERS)) {
      await relay.storage.update('users', user, { capacity: 500 });
      wires.set(column, await relay.staff(user));
    }
  }, 60_000);
  afterAll(() => relay.close());

  /** A conversation at a stage; each request gets one of its own, so that none changes what another meets. */
  async function at(stage: Stage, secret: boolean, word: string): Promise<Conversation> {
    const [conversationId, visitorId] = [randomUUID(), randomUUID()];
    let conversation: Conversation | undefined;
    const say = async (actor: Actor, command: Command): Promise<string> => {
      const id = randomUUID();
      const message = decide(conversation, command, { actor, id, now: Date.now() });
      const result = await relay.storage.append(conversationId, conversation, message);
      if (result.status !== 'appended') throw new Error(result.status);
      conversation = result.conversation;
      return id;
    };
    const opening = {
      siteId: 'ekhamra',
      visitorId,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: 'SBF',
      contact: { email: 'kim@example.se' },
      ...(secret ? { secret: true as const } : {}),
    };
    await say({ type: 'visitor', visitorId }, { type: 'start', opening, text: word });
    if (stage === 'offered') {
      const user = { id: 'agent-01', name: 'agent-01' };
      await say(system, { type: 'offer', user, until: Date.now() + 60_000 });
    }
    if (stage === 'requested' || stage === 'accepted' || stage === 'third') {
      await say(owner, { type: 'claim', load: 0, capacity: 1 });
      for (let i = 0; i < (stage === 'third' ? 3 : 1); i += 1) {
        const handoffId = await say(owner, {
          type: 'requestHandoff',
          mode: 'join',
          departmentId: 'SBF',
          user: null,
          question: word,
          reason: word,
          deadline: Date.now() + 60_000,
          skill: null,
        });
        if (stage === 'accepted') await say(asked, { type: 'acceptHandoff', handoffId });
      }
    }
    if (!conversation) throw new Error('not begun');
    return conversation;
  }

  const banOf = ({ id, visitorId, siteId }: Conversation): Ban => ({
    id: visitorId,
    siteId,
    conversationId: id,
    reason: null,
    by: { id: 'agent-01', name: 'agent-01' },
    at: Date.now(),
    until: Date.now() + 60_000,
  });
  type Payload = (change: { conversationId: string; id: string }, conversation: Conversation) => object;
  const handoffId = ({ handoffs }: Conversation): string => handoffs.at(-1)?.id ?? randomUUID();
  const only = ({ conversationId }: { conversationId: string }) => ({ conversationId });
  const list = (box: string): [Stage, Payload] => ['queued', () => ({ box, after: null })];

  const caseList = (box: string, departmentId: string | null = null): [Stage, Payload] => [
    'queued',
    () => ({ box, departmentId, after: null }),
  ];
  /** The case of each kind that there is; its words are the department's. */
  const caseOf = ({ secret }: Pick<Conversation, 'secret'>): string => `EKH-2020-00000${secret ? 2 : 1}`;

  /** Who may read a secret conversation when a column has made its request. */
  function readersOf(row: string, stage: Stage, column: string): Set<string> {
    const readers = stage === 'queued' || stage === 'offered' ? [] : ['owner', 'asked'];
    if (row === 'conversation:claim') readers.push(column);
    if (row === 'conversation:decline') return new Set();
    if (row === 'conversation:assign') readers.push('agent');
    if (row === 'conversation:break-glass') readers.push('manager');
    return new Set(readers);
  }

  /** What is asked in each row, of a conversation at which stage. */
  const STAFF: Record<string, [Stage, Payload]> = {
    'console:open': ['queued', () => ({})],
    'availability:set': ['queued', () => ({ availability: 'available' })],
    'conversations:list queue': list('queue'),
    'conversations:list mine': list('mine'),
    'conversations:list handoffs': list('handoffs'),
    'conversations:list all': list('all'),
    'conversations:list closed': list('closed'),
    'conversation:resume': ['requested', (to) => ({ ...only(to), after: 0 })],
    'conversations:earlier': ['requested', only],
    'conversation:leave': ['requested', only],
    'conversation:claim': ['queued', (to) => to],
    'conversation:decline': ['offered', (to) => to],
    'conversation:assign': ['requested', (to) => ({ ...to, userId: 'agent-02' })],
    'conversations:hand-over': ['queued', ({ id }) => ({ id, userId: 'agent-02' })],
    'conversation:release': ['requested', (to) => to],
    'conversation:close': ['requested', (to) => ({ ...to, outcome: 'answered', topicId: 'bygglov' })],
    'conversation:mark-secret': ['requested', (to) => ({ ...to, secret: true, protectedIdentity: false })],
    'conversation:break-glass': ['requested', (to) => ({ ...to, reason: 'Tillsyn' })],
    'message:send text': ['requested', (to) => ({ ...to, kind: 'text', text: 'Hej' })],
    'message:send note': ['requested', (to) => ({ ...to, kind: 'note', text: 'Hej' })],
    'messages:mark': ['requested', (to) => ({ ...only(to), delivered: 1, read: 1 })],
    'typing:set': ['requested', (to) => ({ ...only(to), typing: true })],
    'contact:register': [
      'queued',
      ({ id }) => ({
        conversationId: randomUUID(),
        id,
        siteId: 'ekhamra',
        channel: 'phone',
        language: 'sv',
        topicId: 'bygglov',
        outcome: 'guided',
        note: null,
      }),
    ],
    'board:watch': ['queued', () => ({})],
    'board:leave': ['queued', () => ({})],
    'handoff:request': [
      'requested',
      (to) => ({
        ...to,
        mode: 'consult',
        departmentId: 'SBF',
        userId: null,
        question: 'Får hon?',
        reason: 'Vet inte',
      }),
    ],
    'handoff:approve': ['third', (to, c) => ({ ...to, handoffId: handoffId(c) })],
    'handoff:accept': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c) })],
    'handoff:decline': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c), reason: 'Inte vi' })],
    'handoff:withdraw': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c) })],
    'handoff:answer': ['accepted', (to, c) => ({ ...to, handoffId: handoffId(c) })],
    'cases:settings': ['queued', () => ({})],
    'cases:list mine': caseList('mine'),
    'cases:list owned': caseList('owned'),
    'cases:list department': caseList('department', 'SBF'),
    'cases:list all': caseList('all'),
    'cases:list overdue': caseList('overdue'),
    'cases:list ended': caseList('ended'),
    'case:get': ['queued', (_to, c) => ({ number: caseOf(c) })],
    'case:update': [
      'queued',
      ({ id }, c) => ({ number: caseOf(c), id, change: { type: 'note', text: 'Hej' } }),
    ],
    'case:open': ['requested', (to, c) => ({ ...to, kind: 'question', handoffId: handoffId(c) })],
    'conversation:ban': ['requested', (to) => ({ ...to, reason: 'Hot', hours: 1 })],
    'bans:list': ['queued', () => ({ after: null })],
    'ban:lift': ['queued', (_to, { visitorId }) => ({ banId: visitorId })],
    'audit:list': ['queued', () => ({ from: null, to: null, after: null })],
    'audit:verify': ['queued', () => ({})],
    'retention:preview': ['queued', () => ({})],
    'retention:run': ['queued', () => ({})],
    'retention:log': ['queued', () => ({ after: null })],
    'holds:list': ['queued', () => ({ after: null })],
    'hold:set': ['queued', (_to, { id }) => ({ of: { type: 'conversation', id }, reason: 'Tvist' })],
    'hold:lift': ['queued', (_to, { id }) => ({ of: { type: 'conversation', id }, reason: 'Slut' })],
    'subject-requests:list': ['queued', () => ({ state: 'open', after: null })],
    'subject-request:get': ['queued', () => ({ requestId: randomUUID() })],
    'subject-request:enter': ['queued', () => ({ requestId: randomUUID(), kind: 'access', ...SUBJECT })],
    'subject-request:change': ['queued', () => ({ ...noRequest(), ...SUBJECT, extended: null })],
    'subject-request:find': ['queued', () => ({ requestId: randomUUID() })],
    'subject-request:rectify': [
      'queued',
      (_to, { id }) => ({ ...noRequest(), record: { type: 'conversation', id }, contact: null }),
    ],
    'subject-request:erase': [
      'queued',
      (_to, { id }) => ({ ...noRequest(), records: [{ type: 'conversation', id }] }),
    ],
    'subject-request:restrict': [
      'queued',
      (_to, { id }) => ({ ...noRequest(), records: [{ type: 'conversation', id }] }),
    ],
    'subject-request:decide': [
      'queued',
      () => ({ ...noRequest(), outcome: 'granted', grounds: [], answer: 'Hej' }),
    ],
    'mails:list': ['queued', () => ({ state: null, after: null })],
    'mail:read': ['queued', () => ({ id: 'transcript:none' })],
    'mail:resend': ['queued', () => ({ id: 'transcript:none' })],
    'mail-choices:get': ['queued', () => ({})],
    'mail-choices:set': ['queued', () => ({ handoffs: true, digest: true, language: 'sv' })],
    'statistics:get': ['queued', () => ({ siteId: 'ekhamra', from: '2026-01-01', to: '2026-01-31' })],
    'statistics:staffing': [
      'queued',
      () => ({ siteId: 'ekhamra', from: '2026-01-01', to: '2026-01-31', channel: 'chat', weekday: null }),
    ],
    'statistics:targets': ['queued', () => ({ siteId: 'ekhamra' })],
    'statistics:set-targets': [
      'queued',
      () => {
        const { siteId, revision: _revision, history: _history, ...targets } = firstStatSettings('ekhamra');
        return { siteId, revision: 7, targets };
      },
    ],
    'digest:get': ['queued', () => ({ weeksAgo: 0 })],
    'guides:list': ['queued', () => ({})],
    'guide:get': ['queued', () => ({ id: 'g1' })],
    'guide:save': [
      'queued',
      ({ id }) => ({
        id: `walk-${id}`,
        content: {
          departmentId: 'SBF',
          title: { sv: 'Prov' },
          intro: {},
          steps: { sv: ['Prov'] },
          url: null,
        },
        confirmed: [],
        revision: null,
      }),
    ],
    'guide:act': [
      'queued',
      () => ({ id: 'g1', action: { type: 'withdraw', withdrawn: false }, revision: null }),
    ],
    'knowledge:suggest': ['queued', () => ({ question: 'bygglov', language: 'sv' })],
    'answers:search': ['queued', () => ({ question: 'bygglov', language: 'sv' })],
    'synonyms:list': ['queued', () => ({})],
    'synonyms:save': ['queued', () => ({ language: 'sv', groups: [['ett', 'två']], revision: 99 })],
    'webhooks:list': ['queued', () => ({})],
    'webhook:save': [
      'queued',
      () => ({
        id: null,
        revision: null,
        setup: { name: 'Prov', url: 'https://example.se/', events: ['case.created'], active: false },
      }),
    ],
    'webhook:rotate': ['queued', () => ({ id: NO_HOOK })],
    'webhook:remove': ['queued', () => ({ id: NO_HOOK })],
    'webhook:test': ['queued', () => ({ id: NO_HOOK })],
    'webhook:deliveries': ['queued', () => ({ id: NO_HOOK, state: null, after: null })],
    'webhook:replay': ['queued', () => ({ id: NO_HOOK, deliveryId: null })],
    'api-keys:list': ['queued', () => ({})],
    'api-key:make': ['queued', () => ({ name: 'Prov', scopes: ['directory:read'], expiresAt: null })],
    'api-key:revoke': ['queued', () => ({ id: 'key-0123456789abcdef' })],
  };

  it('the table has every request there is', () => {
    const named = (rows: Iterable<string>) =>
      [...new Set([...rows].map((row) => row.split(' ')[0] ?? ''))].sort();
    for (const heading of ['An ordinary conversation', 'A secret conversation']) {
      expect(named(tableOf(heading).rows.keys())).toEqual(
        Object.keys(staffRequests)
          .filter((name) => !Object.hasOwn(settingsRequests, name))
          .sort(),
      );
      expect([...tableOf(heading).rows.keys()]).toEqual(Object.keys(STAFF));
      expect(tableOf(heading).columns).toEqual(Object.keys(USERS));
    }
    expect([...tableOf('Visitors').rows.keys()].sort()).toEqual(Object.keys(visitorRequests).sort());
  });

  describe.each([
    ['An ordinary conversation', false],
    ['A secret conversation', true],
  ])('%s', (heading, secret) => {
    it.each(Object.entries(STAFF))('%s', async (row, [stage, payload]) => {
      const name = row.split(' ')[0] as 'conversation:claim';
      const answers: Record<string, string> = {};
      const written: { word: string; readers: Set<string> }[] = [];
      const given = new Map<string, string>();
      for (const [column, wire] of wires) {
        const word = `hemligt-${randomUUID()}`;
        const conversation = await at(stage, secret, word);
        const to = { conversationId: conversation.id, id: randomUUID() };
        if (row === 'ban:lift') await relay.storage.insert('bans', [banOf(conversation)]);
        const answer = await wire.answer(name, payload(to, conversation) as typeof to);
        answers[column] = answer.ok ? 'ok' : answer.error.code;
        given.set(column, (given.get(column) ?? '') + JSON.stringify(answer));
        written.push({ word, readers: readersOf(row, stage, column) });
      }
      // Whoever may not read it gets nothing of what was written in it, neither in an answer nor in what is told.
      const leaks = [...wires].filter(([column, wire]) => {
        const heard = given.get(column) + JSON.stringify(wire.facts);
        return secret && written.some(({ word, readers }) => !readers.has(column) && heard.includes(word));
      });
      const { columns, rows } = tableOf(heading);
      const specified = Object.fromEntries(columns.map((column, i) => [column, rows.get(row)?.[i]]));
      expect(answers).toEqual(specified);
      expect(leaks.map(([column]) => column)).toEqual([]);
    });
  });

  it('of a secret case the centre is shown that it exists, and nobody else outside its department anything', async () => {
    const all = { box: 'all', departmentId: null, after: null } as const;
    const { cases } = await wires.get('agent')!.ask('cases:list', all);
    const seeded = cases.filter(({ number }) => number.startsWith('EKH-2020'));
    expect(seeded.map((it) => [it.number, it.title.sv, it.contact !== null])).toEqual([
      [caseOf({ secret: false }), CASE_WORD, true],
      [caseOf({ secret: true }), caseOf({ secret: true }), false],
    ]);
    for (const [column, wire] of wires) {
      const told = wire.told('case:changed').filter((fact) => fact.case.number === caseOf({ secret: true }));
      const words = JSON.stringify(told).includes(CASE_WORD);
      expect([column, words, told.length > 0]).toEqual([
        column,
        column === 'asked',
        ['owner', 'agent', 'manager', 'asked'].includes(column),
      ]);
    }
  });

  it('settings are seen and changed by whom the table names, and by nobody else', async () => {
    const file = readMunicipality(ekhamra);
    const [site] = file.sites;
    const [department] = file.departments;
    const agreement = { id: 'walk', departmentId: 'SBF', topicId: null, userIds: [], replyWorkdays: 2 };
    const words = { sv: 'Prov' };
    const items: Record<SettingsKind, object> = {
      sites: { ...site },
      // As it was set when the relay started.
      hours: { id: 'ekhamra', hours: site?.hours, openOverride: { state: 'open', until: null } },
      departments: { ...department },
      departmentHours: { id: 'SBF', hours: null },
      topics: { id: 'walk', name: words, departmentId: null, retired: false },
      agreements: { ...agreement, checklist: [], reviewOn: null },
      users: { ...file.users[0], id: 'walk' },
      cannedResponses: { id: 'walk', shortcut: 'walk', text: words },
      banners: {
        id: 'walk',
        siteId: null,
        severity: 'info',
        text: words,
        links: [],
        from: null,
        until: null,
        active: false,
      },
      retentionRules: {
        id: 'walk',
        name: 'Prov',
        record: 'conversation',
        recordClass: 'none',
        kinds: [],
        action: 'preserve',
        after: null,
        decision: null,
        inForce: false,
        visitorMayErase: false,
      },
    };
    const put = (kind: SettingsKind, item: object) => ({ kind, item, revision: null });
    const { columns, rows } = tableOf('Settings');
    const asked: [row: string, payload: object][] = [
      ...Object.keys(items).map((kind): [string, object] => [`settings:list ${kind}`, { kind }]),
      ...Object.entries(items).map(([kind, item]): [string, object] => [
        `settings:put ${kind}`,
        put(kind as SettingsKind, item),
      ]),
      [
        'settings:put agreements of another department',
        put('agreements', { ...items.agreements, id: 'other', departmentId: 'UBF' }),
      ],
      ['settings:remove banners', { kind: 'banners', id: 'none', revision: '' }],
      ['user:invite', { userId: 'agent-05' }],
      ['canned:used', { id: 'c01' }],
    ];
    expect(asked.map(([row]) => row)).toEqual([...rows.keys()]);
    expect([...new Set(asked.map(([row]) => row.split(' ')[0]))]).toEqual(Object.keys(settingsRequests));
    for (const [row, payload] of asked) {
      const answers: string[] = [];
      for (const column of columns) {
        const answer = await wires
          .get(column)!
          .answer(row.split(' ')[0] as 'settings:list', payload as never);
        answers.push(answer.ok ? 'ok' : answer.error.code);
      }
      expect([row, answers]).toEqual([row, rows.get(row)]);
    }
  });

  it('nobody without a session gets in at all', async () => {
    await expect(staffSocket(relay.url, '')).rejects.toThrow('unauthenticated');
    await expect(visitorSocket(relay.url, '')).rejects.toThrow('unauthenticated');
    await expect(signIn(relay.url, 'agent-01', 'wrong')).rejects.toThrow('wrong_credentials');
  });

  it('a visitor has its own conversation and no other', async () => {
    const { rows } = tableOf('Visitors');
    const answers = new Map<string, string[]>();
    for (const name of Object.keys(visitorRequests) as (keyof typeof visitorRequests)[]) {
      const codes: string[] = [];
      for (const own of [true, false]) {
        const visitor = await relay.visitor();
        const other = await relay.visitor();
        const to = { conversationId: randomUUID(), id: randomUUID() };
        const question = {
          text: 'Hej',
          language: 'sv',
          page: null,
          topicId: 'bygglov',
          departmentId: null,
          contact: name === 'case:link' ? { email: 'kim@example.se' } : null,
        };
        await visitor.ask('conversation:start', { ...to, ...question });
        if (name === 'conversation:rate' || name === 'case:link')
          await visitor.ask('conversation:end', { ...to, id: randomUUID() });
        const payload = {
          'conversation:start': { ...to, ...(own ? {} : { id: randomUUID() }), ...question },
          'message:send': { ...to, id: randomUUID(), text: 'Hej' },
          'conversation:resume': { conversationId: to.conversationId, after: 0 },
          'messages:mark': { conversationId: to.conversationId, delivered: 1, read: 1 },
          'typing:set': { conversationId: to.conversationId, typing: true },
          'contact:leave': { ...to, id: randomUUID(), contact: { email: 'kim@example.se' } },
          'conversation:end': { ...to, id: randomUUID() },
          'case:link': { conversationId: to.conversationId },
          'conversation:rate': { conversationId: to.conversationId, scores: {}, comment: null },
        }[name];
        const answer = await (own ? visitor : other).answer(name, payload);
        codes.push(answer.ok ? 'ok' : answer.error.code);
      }
      answers.set(name, codes);
    }
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(rows));
  });
});
