import { randomUUID } from 'node:crypto';
import { addDays, firstFeedbackSettings, localDate, monthBefore } from '@lotsa/core';
import type { CaseChange, Submitted } from '@lotsa/protocol';
import { madeUpDays } from '../../apps/relay/seed/year.ts';
import { post, type StaffWire } from './clients.ts';
import { TestRelay } from './relay.ts';

const ZONE = 'Europe/Stockholm';
const id = (): string => randomUUID();

/** A house in the middle of its day, and where in it something is to be looked at. */
export interface BusyHouse {
  readonly relay: TestRelay;
  /** The agent's: with a hand-off that waits, notes, a link, a file. */
  readonly conversationId: string;
  /** The agent's: in Arabic. */
  readonly arabicId: string;
  /** Somebody else's, and secret. */
  readonly secretId: string;
  /** Of the specialist's department, by a conversation, worked on and answered. */
  readonly caseNumber: string;
}

/**
 * Ekhamra with something on every screen of the console: what waits, is handed over, secret, closed, a case, to be registered,
 * asked for by a person, missing on the web, sent by mail; hooks, keys, a round of the survey, a month that was answered.
 */
export async function busyHouse(): Promise<BusyHouse> {
  const relay = await TestRelay.start('embedded', {
    CONNECTOR_URL: 'http://127.0.0.1:9/cases',
    CONNECTOR_KINDS: 'complaint',
    PRIVATE_HOSTS: '127.0.0.1',
  });
  await months(relay);
  const [agent, manager, administrator, registrar, specialist] = await Promise.all(
    ['agent-01', 'manager-1', 'administrator-1', 'registrar-1', 'specialist-sbf'].map((user) =>
      relay.staff(user),
    ),
  );
  if (!agent || !manager || !administrator || !registrar || !specialist) throw new Error('nobody is there');
  await settings(administrator, manager);
  const open = await conversations(relay, agent, specialist);
  const caseNumber = await cases(relay, agent, specialist);
  await records(relay, agent, registrar);
  await loop(relay, manager, specialist, open.conversationId, agent);
  await mails(relay, caseNumber);
  return { relay, ...open, caseNumber };
}

/** Two months of figures, with those of a year ago to compare them with. */
async function months({ storage }: TestRelay): Promise<void> {
  const site = await storage.get('sites', 'ekhamra');
  const { docs: topics } = await storage.find('topics', { index: 'all', limit: 1_000 });
  const of = {
    siteId: 'ekhamra',
    topics,
    questions: (site?.survey ?? []).map(({ id: question }) => question),
  };
  const today = localDate(Date.now(), ZONE);
  await storage.insert('statDays', madeUpDays(of, addDays(today, -70), addDays(today, -1)));
}

/** What an administrator has set up: hooks, a key, a notice; and a round of the survey is open. */
async function settings(administrator: StaffWire, manager: StaffWire): Promise<void> {
  const { webhook } = await administrator.ask('webhook:save', {
    id: null,
    revision: null,
    setup: {
      name: 'Diariet',
      url: 'http://127.0.0.1:9/hooks/a-rather-long-address-that-does-not-fit-in-a-narrow-column',
      events: ['conversation.closed', 'case.created'],
      active: true,
    },
  });
  await administrator.ask('webhook:test', { id: webhook.id });
  await administrator.ask('api-key:make', {
    name: 'Kommunens app',
    scopes: ['directory:read', 'cases:read', 'cases:write'],
    expiresAt: Date.now() + 90 * 86_400_000,
  });
  await administrator.ask('settings:put', {
    kind: 'banners',
    revision: null,
    item: {
      id: 'vattenlacka',
      siteId: 'ekhamra',
      severity: 'major',
      text: { sv: 'Vattnet är avstängt i Norrby i dag.', en: 'The water is off in Norrby today.' },
      links: [],
      from: null,
      until: null,
      active: true,
    },
  });
  const { siteId, revision, ...choices } = firstFeedbackSettings('ekhamra');
  // A round of a day that not every month has would not open on it.
  const opensOn = [
    localDate(Date.now(), ZONE)
      .slice(5)
      .replace(/(29|30|31)$/, '28'),
  ];
  const survey = { ...choices.survey, opensOn, openDays: 21, minimumAnswers: 3 };
  await manager.ask('feedback:set-settings', {
    siteId,
    revision,
    choices: {
      ...choices,
      survey,
      pageEditors: [{ prefix: 'https://www.ekhamra.example/bygga', userIds: ['webeditor-1'] }],
    },
  });
}

/** A new visitor asks. */
async function asks(relay: TestRelay, text: string, over: object = {}) {
  const visitor = await relay.visitor();
  const conversationId = id();
  await visitor.ask('conversation:start', {
    conversationId,
    id: id(),
    text,
    language: 'sv',
    page: 'https://www.ekhamra.example/bygga/uterum-och-altan',
    topicId: 'bygglov',
    departmentId: null,
    contact: null,
    ...over,
  });
  return { visitor, conversationId };
}

const says = (
  wire: StaffWire,
  conversationId: string,
  kind: 'text' | 'note',
  text: string,
  toUserId: string | null = null,
) => wire.ask('message:send', { conversationId, id: id(), kind, text, toUserId });

const handsOff = (wire: StaffWire, conversationId: string, mode: 'consult' | 'join' | 'transfer') =>
  wire.ask('handoff:request', {
    conversationId,
    id: id(),
    mode,
    departmentId: 'SBF',
    userId: null,
    question: 'Behövs bygglov för ett inglasat uterum på 14 m² i Norrby?',
    reason: 'Tomten ligger utanför detaljplan',
  });

async function conversations(relay: TestRelay, agent: StaffWire, specialist: StaffWire) {
  const take = (conversationId: string) => agent.ask('conversation:claim', { conversationId, id: id() });
  await relay.storage.update('users', 'agent-01', { capacity: 6 });

  const one = await asks(
    relay,
    'Får jag bygga ett uterum? Jag har läst https://www.ekhamra.example/bygga/uterum-och-altan',
  );
  await take(one.conversationId);
  await says(agent, one.conversationId, 'text', 'Hej! Jag tar reda på vad som gäller för din tomt.');
  await one.visitor.ask('message:send', {
    conversationId: one.conversationId,
    id: id(),
    text: 'Fastigheten heter Norrby 4:12. Uterummetskallliggamotsöderochblibådeinglasatochisolerat.',
  });
  await says(agent, one.conversationId, 'note', 'Ligger troligen utanför detaljplan.', 'agent-02');
  await handsOff(agent, one.conversationId, 'consult');

  const arabic = await asks(relay, 'متى يفتح المركز؟ الساعة 08:00؟', { language: 'ar', topicId: 'forskola' });
  await take(arabic.conversationId);
  await says(agent, arabic.conversationId, 'text', 'مرحباً! نفتح في الساعة 08:00 (Lotsa).');
  await says(agent, arabic.conversationId, 'note', 'Svarade på arabiska.');

  const joined = await asks(relay, 'När kommer bygglovsinspektören?');
  await take(joined.conversationId);
  const { conversation } = await handsOff(agent, joined.conversationId, 'join');
  const handoffId = conversation.handoffs.at(-1)?.id ?? '';
  await specialist.ask('handoff:accept', { conversationId: joined.conversationId, id: id(), handoffId });
  await says(specialist, joined.conversationId, 'text', 'På torsdag mellan 9 och 11.');

  const other = await relay.staff('agent-02');
  const secret = await asks(relay, 'Jag lever med skyddade uppgifter', { topicId: 'ekonomiskt-bistand' });
  await other.ask('conversation:claim', { conversationId: secret.conversationId, id: id() });
  await other.ask('conversation:mark-secret', {
    conversationId: secret.conversationId,
    id: id(),
    secret: true,
    protectedIdentity: true,
  });

  for (const [topicId, outcome, recordClass] of [
    ['bygglov', 'answered', 'register'],
    ['avfall', 'guided', 'minor'],
  ] as const) {
    const { conversationId } = await asks(relay, 'Var hittar jag mitt beslut?', {
      topicId,
      contact: { name: 'Kim Åkesson', email: 'kim@example.se' },
    });
    await take(conversationId);
    await says(agent, conversationId, 'text', 'Det ligger under Mina sidor.');
    await agent.ask('conversation:close', { conversationId, id: id(), outcome, topicId, recordClass });
  }
  const ended = await asks(relay, 'Jag hittade svaret själv');
  await ended.visitor.ask('conversation:end', { conversationId: ended.conversationId, id: id() });
  await agent.ask('contact:register', {
    conversationId: id(),
    id: id(),
    siteId: 'ekhamra',
    channel: 'phone',
    language: 'sv',
    topicId: 'avfall',
    outcome: 'guided',
    note: 'Frågade om sophämtning i helgen',
  });
  const spam = await asks(relay, 'Köp billigt');
  await take(spam.conversationId);
  await agent.ask('conversation:ban', {
    conversationId: spam.conversationId,
    id: id(),
    reason: 'Skickade samma reklam fem gånger',
    hours: 24,
  });
  await asks(relay, 'Hur anmäler jag en trasig gatlampa?', { topicId: 'felanmalan' });
  await asks(relay, 'كيف أسجل طفلي في المدرسة؟', { language: 'ar', topicId: 'skola' });
  return {
    conversationId: one.conversationId,
    arabicId: arabic.conversationId,
    secretId: secret.conversationId,
  };
}

async function submit(relay: TestRelay, form: string, answers: object): Promise<Submitted> {
  const response = await post(relay.url, `/api/sites/ekhamra/forms/${form}`, {
    id: id(),
    language: 'sv',
    answers,
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Submitted;
}

async function cases(relay: TestRelay, agent: StaffWire, specialist: StaffWire): Promise<string> {
  await submit(relay, 'felanmalan', {
    category: 'light',
    description: 'Lampan vid övergångsstället är trasig',
    locationText: 'Storgatan 5',
  });
  await submit(relay, 'synpunkt', {
    kind: 'complaint',
    description: 'Bussen går för sällan',
    name: 'Kim Åkesson',
    email: 'kim@example.se',
  });
  const { conversationId } = await asks(relay, 'Jag vill ha ett besked om min altan', {
    contact: { name: 'Kim Åkesson', email: 'kim@example.se' },
  });
  await agent.ask('conversation:claim', { conversationId, id: id() });
  const { number } = await agent.ask('case:open', {
    conversationId,
    id: id(),
    kind: 'question',
    departmentId: 'SBF',
    summary: 'Vill veta om altanen på 30 m² behöver bygglov, och när hen får svar.',
  });
  const changes: CaseChange[] = [
    { type: 'handler', userId: 'specialist-sbf' },
    { type: 'note', text: 'Ritningar finns i bygglovsarkivet.' },
    { type: 'status', status: 'waitingForVisitor', text: 'Hur hög är altanen?', shared: false },
    { type: 'answer', text: 'Altanen behöver inget bygglov om den är lägre än 1,8 meter.', shared: false },
  ];
  for (const change of changes) await specialist.ask('case:update', { number, id: id(), change });
  return number;
}

/** The registrar's: a hold, requests about a person's data, a proof of what was erased. */
async function records(relay: TestRelay, agent: StaffWire, registrar: StaffWire): Promise<void> {
  const { cases: found } = await agent.ask('cases:list', { box: 'all', departmentId: null, after: null });
  const [first] = found;
  if (first) {
    await agent.ask('registration:ask', { of: { type: 'case', id: first.number } });
    await registrar.ask('hold:set', {
      of: { type: 'case', id: first.number },
      reason: 'Överklagat till förvaltningsrätten',
    });
  }
  const request = {
    name: 'Kim Åkesson',
    replyTo: 'kim@example.se',
    language: 'sv',
    receivedAt: Date.now(),
    identity: 'eId',
    identityNote: 'Legitimerade sig i receptionen',
    note: '',
  } as const;
  await registrar.ask('subject-request:enter', {
    requestId: id(),
    kind: 'access',
    ...request,
    terms: ['kim@example.se'],
  });
  await relay.storage.insert('retentionLog', [
    {
      id: id(),
      at: Date.now(),
      state: 'done',
      ruleId: 'chatt-ringa',
      ruleName: 'Chattar av ringa betydelse',
      decision: 'KS 2026/123 § 45',
      action: 'erase',
      record: 'conversation',
      ids: ['0'.repeat(64)],
      erased: 1,
      held: 0,
      lastHash: null,
      by: null,
    },
  ]);
}

/** What comes back to the departments and the web: a gap, a month with its answers, a round of the survey. */
async function loop(
  relay: TestRelay,
  manager: StaffWire,
  specialist: StaffWire,
  conversationId: string,
  agent: StaffWire,
): Promise<void> {
  await agent.ask('gap:mark', {
    id: id(),
    of: { type: 'conversation', id: conversationId },
    page: 'https://www.ekhamra.example/bygga/uterum-och-altan',
    missing: 'Det står inte om inglasade uterum behöver bygglov.',
    words: ['Får jag bygga ett uterum?'],
  });
  await manager.ask('conversations:list', { box: 'all', after: null });
  await relay.sweep();
  const month = monthBefore(localDate(Date.now(), ZONE).slice(0, 7));
  const of = { siteId: 'ekhamra', departmentId: 'SBF', month };
  const { figures } = await specialist.ask('department-month:get', of);
  const [top] = figures.top;
  await specialist.ask('department-month:answer', {
    ...of,
    point: top ? `topic-${top.topicId}` : 'avoidable',
    text: 'Vi skriver om sidan om altaner så att måtten står först.',
    dueOn: addDays(localDate(Date.now(), ZONE), 30),
  });
}

/** Mails that came in, as the reader of a mailbox leaves them. Those that go out are made by everything above. */
async function mails(relay: TestRelay, caseNumber: string): Promise<void> {
  const mail = {
    sender: 'kim@example.se',
    messageId: '',
    subject: 'Fråga om altan',
    text: 'Hej!\n\nHur hög får altanen vara?',
    caseNumber: null,
    receivedAt: Date.now(),
    takenAt: Date.now(),
    tries: 1,
    asked: false,
    place: null,
  };
  await relay.storage.insert('incomingMails', [
    { ...mail, id: id(), state: 'taken', why: 'newCase', subject: '', text: '', caseNumber },
    { ...mail, id: id(), state: 'held', why: 'tooMany' },
    { ...mail, id: id(), state: 'failed', why: 'noSender', sender: '' },
  ]);
}
