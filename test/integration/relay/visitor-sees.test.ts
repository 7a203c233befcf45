import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { post, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

/** In everything that the staff write among themselves. */
const INNER = 'inre-ord';
const MAIL = 'kim@example.se';

it(
  '[H3] nothing that is the staff’s reaches a visitor: socket, resume, other device, mail, page of the case',
  { timeout: 30_000 },
  async () => {
    const relay = await TestRelay.start();
    onTestFinished(() => relay.close());
    const [agent, other, specialist, manager] = await Promise.all(
      ['agent-01', 'agent-02', 'specialist-sbf', 'manager-1'].map((user) => relay.staff(user)),
    );
    if (!agent || !other || !specialist || !manager) throw new Error('nobody');
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    const to = () => ({ conversationId, id: randomUUID() });
    const given: unknown[] = [];
    const question = {
      text: 'Får jag bygga?',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
    };
    given.push(await visitor.ask('conversation:start', { ...to(), ...question, contact: { email: MAIL } }));
    await agent.ask('conversation:claim', to());
    await agent.ask('message:send', { ...to(), kind: 'note', text: `${INNER} anteckning` });
    await manager.ask('message:send', {
      ...to(),
      kind: 'note',
      text: `${INNER} viskning`,
      toUserId: 'agent-01',
    });
    const asked = { departmentId: 'SBF', userId: null, question: `${INNER} fråga`, reason: `${INNER} skäl` };
    for (const mode of ['consult', 'join', 'join'] as const)
      await agent.ask('handoff:request', { ...to(), mode, ...asked });
    const { conversation } = await specialist.ask('conversation:resume', { conversationId, after: 0 });
    const [consult, join, declined] = conversation.handoffs.map(({ id }) => id);
    await specialist.ask('handoff:accept', { ...to(), handoffId: consult ?? '' });
    await specialist.ask('message:send', { ...to(), kind: 'note', text: `${INNER} råd` });
    await specialist.ask('handoff:answer', { ...to(), handoffId: consult ?? '' });
    await specialist.ask('handoff:accept', { ...to(), handoffId: join ?? '' });
    await specialist.ask('message:send', { ...to(), kind: 'text', text: 'Ja, det får du.' });
    await specialist.ask('handoff:decline', {
      ...to(),
      handoffId: declined ?? '',
      reason: `${INNER} avslag`,
    });
    await agent.ask('conversation:release', to());
    await other.ask('conversation:claim', to());
    await other.ask('conversation:mark-secret', { ...to(), secret: true, protectedIdentity: false });
    await manager.ask('conversation:break-glass', { ...to(), reason: `${INNER} glas` });
    await other.ask('conversation:mark-secret', { ...to(), secret: false, protectedIdentity: false });
    const { number } = await other.ask('case:open', { ...to(), kind: 'question' });
    await other.ask('case:update', {
      number,
      id: randomUUID(),
      change: { type: 'note', text: `${INNER} i ärendet` },
    });

    given.push(await visitor.ask('conversation:resume', { conversationId, after: 0 }));
    const mails = `/api/conversations/${conversationId}/mails`;
    for (const kind of ['transcript', 'deviceLink'] as const) {
      const mail = { id: randomUUID(), kind, email: MAIL, language: 'sv' };
      expect((await post(relay.url, mails, mail, visitor.cookie)).status).toBe(204);
    }
    const { docs: sent } = await relay.storage.find('mails', { index: 'byTime', limit: 50 });
    const mine = sent.filter((mail) => JSON.stringify(mail).includes(MAIL));
    expect(mine.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['transcript', 'deviceLink']));
    given.push(mine);

    // The link in the mail opens it on another device.
    const key = /\/continue\/ekhamra\?key=([\w-]+)/.exec(JSON.stringify(mine))?.[1] ?? '';
    const opened = await fetch(`${relay.url}/continue/ekhamra`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: relay.url, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `key=${key}`,
    });
    const cookie = opened.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const device = await visitorSocket(relay.url, cookie);
    onTestFinished(() => device.close());
    given.push(await device.ask('conversation:resume', { conversationId, after: 0 }));

    const link = await visitor.ask('case:link', { conversationId });
    given.push(link);
    const { pathname, search } = new URL(link.url, relay.url);
    const page = await fetch(relay.url + pathname + search);
    expect(page.status).toBe(200);
    given.push(await page.text());
    const bearer = { Authorization: `Bearer ${new URLSearchParams(search).get('key') ?? ''}` };
    const api = await fetch(`${relay.url}/api/cases/${number}`, { headers: bearer });
    expect(api.status).toBe(200);
    given.push(await api.json());
    given.push(await other.ask('conversation:close', { ...to(), outcome: 'answered', topicId: 'bygglov' }));
    given.pop();
    given.push(
      await visitor.ask('conversation:resume', { conversationId, after: 0 }),
      visitor.facts,
      device.facts,
    );

    const all = JSON.stringify(given);
    // What the visitor shall have is there, so that this looked at something.
    for (const words of ['Ja, det får du.', number, 'specialistJoined']) expect(all).toContain(words);
    expect(all).not.toContain(INNER);
    expect(all).not.toMatch(
      /"(note|handoffRequested|handoffDeclined|secrecySet|glassBroken|glassMended|offered|caseNote)"|agent-0|manager-1|specialist-sbf/,
    );
  },
);
