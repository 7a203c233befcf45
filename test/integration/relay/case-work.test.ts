import { randomUUID } from 'node:crypto';
import type { CaseChange, Submitted, VisitorCase } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post, type StaffWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const FAULT = { category: 'light', description: 'Lampan är trasig', locationText: 'Storgatan 5' };
const id = (): string => randomUUID();
const ALL = { departmentId: null, after: null };

describe('work on cases', () => {
  let relay: TestRelay;
  let agent: StaffWire;
  beforeEach(async () => {
    relay = await TestRelay.start();
    agent = await relay.staff('agent-01');
  });
  afterEach(() => relay.close());

  async function submit(form: string, answers: object): Promise<Submitted> {
    const body = { id: id(), language: 'sv', answers };
    const response = await post(relay.url, `/api/sites/ekhamra/forms/${form}`, body);
    expect(response.status).toBe(201);
    return (await response.json()) as Submitted;
  }
  const follow = async ({ number, key }: Submitted): Promise<VisitorCase> => {
    const headers = { Authorization: `Bearer ${key}` };
    return (await (await fetch(`${relay.url}/api/cases/${number}`, { headers })).json()) as VisitorCase;
  };
  const update = (wire: StaffWire, number: string, change: CaseChange, seen: number | null = null) =>
    wire.answer('case:update', { number, id: id(), seen, change });
  const codeOf = (answer: Awaited<ReturnType<typeof update>>): string =>
    answer.ok ? 'ok' : answer.error.code;
  const mails = async (thread: string) => {
    const { docs } = await relay.storage.find('mails', {
      index: 'byState',
      equals: { state: 'kept' },
      limit: 100,
    });
    return docs.filter((mail) => mail.thread === thread);
  };
  async function asks(over: object = {}) {
    const visitor = await relay.visitor();
    const conversationId = id();
    await visitor.ask('conversation:start', {
      conversationId,
      id: id(),
      text: 'Får jag bygga ett uterum?',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
      ...over,
    });
    return { visitor, conversationId };
  }
  const handOff = (conversationId: string, mode: 'consult' | 'join' | 'transfer') =>
    agent.ask('handoff:request', {
      conversationId,
      id: id(),
      mode,
      departmentId: 'SBF',
      userId: null,
      question: 'Krävs lov för uterum?',
      reason: 'Utanför plan',
    });

  it('[H4] a hand-off to a department where nobody is there becomes a case for it, and the visitor is told', async () => {
    const { visitor, conversationId } = await asks();
    await agent.ask('conversation:claim', { conversationId, id: id() });
    const consulted = await handOff(conversationId, 'consult');
    expect(consulted.conversation).toMatchObject({ caseNumber: null });
    const { conversation, presentNow } = await handOff(conversationId, 'transfer');
    expect(presentNow).toBe(false);
    expect(conversation.handoffs.at(-1)).toMatchObject({ state: 'becameCase' });
    expect(conversation).toMatchObject({ ownerType: 'agent', ownerId: 'agent-01' });
    const told = await visitor.fact(
      'message:sent',
      (it) => it.kind === 'event' && it.event.type === 'caseOpened',
    );
    expect(told).toMatchObject({ event: { number: conversation.caseNumber, departmentId: 'SBF' } });
    expect(JSON.stringify(told)).not.toContain('handoffId');
    const number = conversation.caseNumber ?? '';
    const { case: it } = await agent.ask('case:get', { number });
    expect(it).toMatchObject({
      departmentId: 'SBF',
      ownerId: 'agent-01',
      handlerId: '',
      conversationId,
      summary: 'Krävs lov för uterum?',
    });
    // The department finds it when somebody comes, with the whole history behind it.
    const specialist = await relay.staff('specialist-sbf');
    const list = { ...ALL, box: 'department', departmentId: 'SBF' } as const;
    expect((await specialist.ask('cases:list', list)).cases.map((one) => one.number)).toEqual([number]);
    const { messages } = await specialist.ask('conversation:resume', { conversationId, after: 0 });
    expect(messages[0]).toMatchObject({ text: 'Får jag bygga ett uterum?' });
  });

  it('[H4] with somebody there it is asked for, and a specialist may make a case of it', async () => {
    const specialist = await relay.staff('specialist-sbf');
    const { visitor, conversationId } = await asks();
    await agent.ask('conversation:claim', { conversationId, id: id() });
    const { conversation } = await handOff(conversationId, 'join');
    const [handoff] = conversation.handoffs;
    expect(handoff).toMatchObject({ state: 'requested' });
    const opened = await specialist.ask('case:open', {
      conversationId,
      id: id(),
      kind: 'question',
      handoffId: handoff?.id ?? null,
    });
    const { case: it } = await specialist.ask('case:get', { number: opened.number });
    expect(it).toMatchObject({ handlerId: 'specialist-sbf', ownerId: 'agent-01', departmentId: 'SBF' });
    await visitor.fact('message:sent', (one) => one.kind === 'event' && one.event.type === 'caseOpened');
    const fact = await agent.fact('handoff:changed', (one) => one.handoff.state === 'becameCase');
    expect(fact.conversationId).toBe(conversationId);
    // The agent still answers for its conversation, and closes it as a case: there is no second one.
    await agent.ask('conversation:close', {
      conversationId,
      id: id(),
      outcome: 'caseRegistered',
      topicId: 'bygglov',
    });
    const { cases } = await agent.ask('cases:list', { ...ALL, box: 'all' });
    expect(cases.map((one) => one.number)).toEqual([opened.number]);
  });

  it('[O2] a question left when nobody is there is a case at once, told by when, and mailed with a link', async () => {
    agent.close();
    await expect.poll(() => relay.sockets('staff')).toBe(0);
    relay.clock.ahead += 60_000;
    const contact = { email: ' Kim@Example.se ' };
    const { visitor, conversationId } = await asks({ contact });
    const told = await visitor.fact(
      'message:sent',
      (it) => it.kind === 'event' && it.event.type === 'caseOpened',
    );
    const number = told.kind === 'event' && told.event.type === 'caseOpened' ? told.event.number : '';
    const [mail] = await mails(number);
    expect(mail?.to).toBe('Kim@Example.se');
    expect(mail?.subject).toContain(number);
    const link = /https?:\/\/\S+\/case\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const page = await fetch(relay.url + new URL(link).pathname + new URL(link).search);
    expect(await page.text()).toContain(number);
    // It can write on, until it leaves.
    await visitor.ask('message:send', { conversationId, id: id(), text: 'Det är 15 kvm.' });
    await visitor.ask('conversation:end', { conversationId, id: id() });
    expect(await relay.storage.load(conversationId)).toMatchObject({
      status: 'closed',
      outcome: 'caseRegistered',
      caseNumber: number,
    });
    // Back on another device, known by the address alone.
    const again = await relay.staff('agent-01');
    const later = await asks({ contact: { email: 'kim@example.se' } });
    const earlier = await again.ask('conversations:earlier', { conversationId: later.conversationId });
    expect(earlier.conversations.map((one) => one.id)).toEqual([conversationId]);
    expect(earlier.cases.map((one) => one.number)).toContain(number);
    expect(earlier.byEmail).toEqual(expect.arrayContaining([conversationId, number]));
    // Of one that became secret nothing is told to others (P6).
    await again.ask('conversation:claim', { conversationId: later.conversationId, id: id() });
    await again.ask('conversation:mark-secret', {
      conversationId: later.conversationId,
      id: id(),
      secret: true,
      protectedIdentity: true,
    });
    const other = await relay.staff('agent-02');
    const third = await asks({ contact });
    const seen = await other.ask('conversations:earlier', { conversationId: third.conversationId });
    expect(seen.conversations.map((one) => one.id)).toEqual([conversationId]);
  });

  it('[O6] reminds before the promised date, alerts the owner when it has passed, then the manager', async () => {
    const manager = await relay.staff('manager-1');
    const { number } = await submit('synpunkt', { kind: 'praise', description: 'Tack!' });
    await agent.fact('case:changed', (fact) => fact.case.number === number);
    await update(agent, number, { type: 'owner', userId: 'agent-01' });
    const { case: it } = await agent.ask('case:get', { number });
    const sweepAt = async (at: number): Promise<void> => {
      relay.clock.ahead = at - Date.now();
      await relay.sweep();
    };
    await sweepAt(Date.now() + 13 * 60 * 60_000);
    expect(agent.told('case:alerted')).toEqual([]);
    await sweepAt(it.promisedAt - 60 * 60_000);
    expect((await agent.fact('case:alerted')).alerted).toBe('reminder');
    await sweepAt(it.promisedAt + 1);
    await agent.fact('case:alerted', ({ alerted }) => alerted === 'owner');
    expect(manager.told('case:alerted')).toEqual([]);
    await sweepAt(it.promisedAt + 2 * 60 * 60_000);
    expect(await manager.fact('case:alerted')).toMatchObject({ alerted: 'manager', case: { number } });
    await sweepAt(it.promisedAt + 4 * 60 * 60_000);
    expect(agent.told('case:alerted').map(({ alerted }) => alerted)).toEqual([
      'reminder',
      'owner',
      'manager',
    ]);
    // A new promise is told to the visitor, with its reason, and watched anew.
    const date = new Date(it.promisedAt + 9 * 86_400_000).toISOString().slice(0, 10);
    const promise = { type: 'promise', date, reason: 'Vi väntar på en reservdel.' } as const;
    const answer = await update(agent, number, promise);
    expect(answer.ok && answer.value.case.watched).toBe('reminder');
    expect(codeOf(await update(agent, number, { ...promise, date: '2020-01-01' }))).toBe('invalid_payload');
  });

  it('merges twelve reports of one lamp: all twelve visitors get the answer, once, and can be told apart again', async () => {
    const reports: Submitted[] = [];
    for (let i = 0; i < 12; i += 1) reports.push(await submit('felanmalan', FAULT));
    const [main, ...others] = reports as [Submitted, ...Submitted[]];
    const specialist = await relay.staff('specialist-tef');
    for (const { number } of others)
      expect(codeOf(await update(specialist, number, { type: 'merge', into: main.number }))).toBe('ok');
    expect((await specialist.ask('case:get', { number: main.number })).duplicates).toHaveLength(11);
    const [second, third] = others as [Submitted, Submitted];
    expect(codeOf(await update(specialist, main.number, { type: 'merge', into: second.number }))).toBe(
      'has_duplicates',
    );
    const late = await submit('felanmalan', FAULT);
    expect(codeOf(await update(specialist, late.number, { type: 'merge', into: second.number }))).toBe(
      'already_merged',
    );
    expect(codeOf(await update(specialist, late.number, { type: 'merge', into: late.number }))).toBe(
      'unknown_target',
    );
    await update(specialist, main.number, {
      type: 'answer',
      text: 'Hej Kim, just din stolpe …',
      shared: false,
    });
    await update(specialist, main.number, {
      type: 'status',
      status: 'done',
      text: 'Lampan lyser igen.',
      shared: true,
    });
    for (const report of others) {
      const seen = await follow(report);
      expect(seen).toMatchObject({ together: true, status: 'done', open: false });
      expect(JSON.stringify(seen)).toContain('Lampan lyser igen.');
      expect(JSON.stringify(seen)).not.toContain('Hej Kim');
    }
    const page = await fetch(relay.url + third.url);
    expect(await page.text()).toContain('Flera har anmält samma sak');
    // It was another lamp after all.
    expect(codeOf(await update(specialist, third.number, { type: 'reopen' }))).toBe('ok');
    expect(await follow(third)).toMatchObject({ together: false, status: 'inProgress', open: true });
  });

  it('[P6] answers go by mail to who left an address, of a secret case as a link alone', async () => {
    const question = { question: 'När öppnar ni?', email: 'kim@example.se' };
    const open = await submit('kontakt', question);
    const secret = await submit('kontakt', { ...question, departmentId: 'SOF' });
    const social = await relay.staff('specialist-sof');
    expect(codeOf(await update(agent, secret.number, { type: 'note', text: 'Hej' }))).toBe('forbidden');
    await update(agent, open.number, { type: 'answer', text: 'Klockan nio.', shared: false });
    await update(social, secret.number, { type: 'answer', text: 'Klockan tio.', shared: false });
    const [, answered] = (await mails(open.number)).toSorted((a, b) => a.createdAt - b.createdAt);
    expect(answered?.subject).toContain(open.number);
    expect(answered?.text).toContain('Klockan nio.');
    expect(answered?.text).toContain('Ekhamra kommun\nTelefon: ');
    const hidden = JSON.stringify(await mails(secret.number));
    expect(hidden).toContain('/case/');
    expect(hidden).not.toContain('Klockan tio.');
  });

  it('puts a request for a public record in front, promises it at once, and asks for neither name nor purpose', async () => {
    const forms = (await (await fetch(`${relay.url}/api/sites/ekhamra/forms/begaran`)).json()) as {
      form: { fields: { name: string; required: boolean }[] };
    };
    expect(JSON.stringify(forms)).not.toMatch(/"autocomplete":"(name|tel)"/);
    await submit('felanmalan', FAULT);
    const asked = await submit('begaran', { document: 'Protokollet från i maj', delivery: 'office' });
    await submit('kontakt', { question: 'När öppnar ni?', email: 'kim@example.se' });
    const { cases } = await agent.ask('cases:list', { ...ALL, box: 'all' });
    expect(cases[0]).toMatchObject({ number: asked.number, kind: 'recordRequest', front: 0, contact: null });
    expect(asked.promisedAt - Date.now()).toBeLessThan(5 * 86_400_000);
    // Its flow is its own: nothing is planned, and a refusal needs its reason.
    const status = (to: 'planned' | 'refused', text: string | null) =>
      update(agent, asked.number, { type: 'status', status: to, text, shared: false });
    expect(codeOf(await status('planned', null))).toBe('invalid_payload');
    expect(codeOf(await status('refused', null))).toBe('invalid_payload');
    expect(codeOf(await status('refused', 'Sekretess enligt 26 kap. 1 § OSL.'))).toBe('ok');
    const { cases: ended } = await agent.ask('cases:list', { ...ALL, box: 'ended', status: 'refused' });
    expect(ended.map((one) => one.number)).toEqual([asked.number]);
  });

  it('[P7] a phone call that is not done is a case in the same request; reading and changing are written down', async () => {
    const conversationId = id();
    const call = {
      conversationId,
      id: id(),
      siteId: 'ekhamra',
      channel: 'phone',
      language: 'sv',
      topicId: 'bygglov',
      outcome: 'caseRegistered',
      note: 'Undrar om altan',
      case: { kind: 'question', contact: { phone: '070-123 45 67' } },
    } as const;
    const { conversation } = await agent.ask('contact:register', call);
    await agent.ask('contact:register', call);
    const number = conversation.caseNumber ?? '';
    const { case: it } = await agent.ask('case:get', { number });
    expect(it).toMatchObject({ summary: 'Undrar om altan', ownerId: 'agent-01', departmentId: 'SBF' });
    expect((await agent.ask('cases:list', { ...ALL, box: 'owned' })).cases).toHaveLength(1);
    await agent.ask('case:get', { number });
    await update(agent, number, { type: 'handler', userId: 'specialist-sbf' });
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: it.id },
      limit: 10,
    });
    expect(docs.map(({ action }) => action).toSorted()).toEqual(['caseChanged', 'caseRead']);
  });
});
