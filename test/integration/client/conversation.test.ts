import { memoryStore, type StaffConsole, type VisitorChat, type VisitorState } from '@lotsa/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleOf, panel, until } from '../../support/chats.ts';
import { TestRelay } from '../../support/relay.ts';

let relay: TestRelay;
const ends: { dispose(): void }[] = [];
const keep = <End extends { dispose(): void }>(end: End): End => {
  ends.push(end);
  return end;
};

beforeEach(async () => {
  relay = await TestRelay.start();
});

afterEach(async () => {
  for (const end of ends.splice(0)) end.dispose();
  await relay.close();
});

const texts = (state: { messages: readonly object[] } | undefined): string[] =>
  (state?.messages ?? []).flatMap((line) => ('text' in line ? [String(line.text)] : []));
const states = ({ messages }: VisitorState): (string | null)[] =>
  messages.filter(({ kind }) => kind === 'text').map(({ state }) => state);

/** A visitor who has asked something, and an agent who has claimed it. */
async function meeting(
  store = memoryStore(),
): Promise<{ chat: VisitorChat; agent: StaffConsole; id: string }> {
  const agent = keep(await consoleOf(relay.url, 'agent-01'));
  const chat = keep(panel(relay.url, store));
  await chat.open();
  chat.send('När är återvinningscentralen öppen?');
  const { boxes } = await until(agent, (state) => state.boxes.queue.conversationIds.length === 1);
  const id = boxes.queue.conversationIds[0]!;
  expect(await agent.claim(id)).toEqual({ ok: true, value: null });
  await until(chat, ({ conversation }) => conversation?.status === 'assigned');
  return { chat, agent, id };
}

describe('panel and console on a relay', { timeout: 20_000 }, () => {
  it('[D5] a message goes from sending to sent, delivered and read', async () => {
    const { chat, agent, id } = await meeting();
    chat.send('Hallå?');
    expect(chat.state.messages.at(-1)).toMatchObject({ text: 'Hallå?', state: 'sending', seq: null });
    await until(chat, (state) => states(state).every((state) => state === 'delivered'));
    expect(agent.state.unread[id]).toBe(2);
    agent.markRead(id);
    await until(chat, (state) => states(state).every((state) => state === 'read'));
    expect(agent.state.unread[id]).toBe(0);

    agent.sendText(id, 'Till klockan 19.');
    await until(chat, ({ unread }) => unread === 1);
    await until(agent, ({ threads }) => threads[id]?.messages.at(-1)?.state === 'delivered');
    chat.setVisible(true);
    expect(chat.state.unread).toBe(0);
    await until(agent, ({ threads }) => threads[id]?.messages.at(-1)?.state === 'read');
  });

  it('[D2] [D4] a restart of the relay in the middle loses and doubles nothing', async () => {
    const { chat, agent, id } = await meeting();
    chat.send('Före');
    agent.sendText(id, 'Svar före');
    const restarted = relay.restart();
    await until(chat, ({ connection }) => connection === 'offline');
    for (const text of ['Under 1', 'Under 2', 'Under 3']) chat.send(text);
    agent.sendText(id, 'Svar under');
    await restarted;
    chat.retry();
    agent.retry();
    await until(chat, (state) => texts(state).length === 7 && !states(state).includes('sending'));
    await until(agent, ({ threads }) => threads[id]?.messages.every(({ seq }) => seq !== null) ?? false);
    const told = texts(chat.state);
    expect(told.filter((text) => text.startsWith('Under'))).toEqual(['Under 1', 'Under 2', 'Under 3']);
    expect(new Set(told).size).toBe(7);
    await until(agent, ({ threads }) => texts(threads[id]).length === 7);
    expect(texts(agent.state.threads[id])).toEqual(told);
    expect(agent.state.boxes.mine.conversationIds).toEqual([id]);
  });

  it('[D5] a text written without a relay is sent after a reload', async () => {
    const store = memoryStore();
    const before = panel('http://127.0.0.1:1', store);
    await before.open();
    expect(before.state.phase).toBe('unreachable');
    before.send('Är någon där?');
    before.setDraft('En sak till');
    before.dispose();
    keep(await consoleOf(relay.url, 'agent-01'));
    const chat = keep(panel(relay.url, store));
    await chat.open();
    expect(chat.state.draft).toBe('En sak till');
    const { conversation } = await until(chat, (state) => states(state)[0] === 'sent');
    expect(conversation?.status).toBe('queued');
  });

  it('[D4] another tab of the same visitor shows the same, and follows', async () => {
    const store = memoryStore();
    keep(await consoleOf(relay.url, 'agent-01'));
    const first = keep(panel(relay.url, store));
    await first.open();
    first.send('Ett');
    await until(first, ({ conversation, connection }) => conversation !== null && connection === 'online');
    const second = keep(panel(relay.url, store));
    await second.open();
    expect(texts(second.state)).toEqual(['Ett']);
    await until(second, ({ connection }) => connection === 'online');
    second.send('Två');
    await until(first, (state) => texts(state).length === 2);
    expect(texts(first.state)).toEqual(['Ett', 'Två']);
    await until(second, (state) => !states(state).includes('sending'));
  });

  it('[H1] [H3] a specialist gets a notice, joins, writes and leaves; the visitor is told who', async () => {
    const { chat, agent, id } = await meeting();
    const directory = agent.state.directory!;
    const specialist = agent.state.colleagues.find(({ role }) => role === 'specialist')!;
    const departmentId = specialist.departmentIds[0]!;
    expect(directory.departments.some((department) => department.id === departmentId)).toBe(true);
    const expert = keep(await consoleOf(relay.url, specialist.id));
    const notices: string[] = [];
    expert.onNotice((notice) => notices.push(notice.type));
    const asked = { mode: 'join' as const, departmentId, userId: specialist.id };
    expect(
      await agent.requestHandoff(id, { ...asked, question: 'Får man det?', reason: 'Utanför plan' }),
    ).toEqual({ ok: true, value: null });
    await until(expert, ({ boxes }) => boxes.handoffs.conversationIds.length === 1);
    const handoffId = expert.state.conversations.get(id)!.handoffs[0]!.id;
    expect(await expert.acceptHandoff(id, handoffId)).toEqual({ ok: true, value: null });
    await until(expert, ({ threads }) => threads[id]?.complete ?? false);
    await until(chat, ({ conversation }) => conversation?.staff.length === 2);
    expert.sendNote(id, 'Bara för oss');
    expert.sendText(id, 'Ja, det får man.');
    await until(chat, (state) => texts(state).includes('Ja, det får man.'));
    expect(texts(chat.state)).not.toContain('Bara för oss');
    expect(await expert.answerHandoff(id, handoffId)).toEqual({ ok: true, value: null });
    await until(chat, ({ conversation }) => conversation?.staff.length === 1);
    await until(expert, ({ boxes }) => boxes.handoffs.conversationIds.length === 0);
    expect(notices).toContain('handoff');
  });

  it('[R2] two claim at once: one wins and the other is told who', async () => {
    const anna = keep(await consoleOf(relay.url, 'agent-01'));
    const other = keep(await consoleOf(relay.url, 'agent-02'));
    const chat = keep(panel(relay.url));
    await chat.open();
    chat.send('Hej');
    await until(other, ({ boxes }) => boxes.queue.conversationIds.length === 1);
    await until(anna, ({ boxes }) => boxes.queue.conversationIds.length === 1);
    const id = other.state.boxes.queue.conversationIds[0]!;
    const answers = await Promise.all([anna.claim(id), other.claim(id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'already_claimed' } });
    await until(anna, ({ boxes }) => boxes.queue.conversationIds.length === 0);
    await until(other, ({ boxes }) => boxes.queue.conversationIds.length === 0);
  });

  it('ends, is rated, and begins again with a new conversation', async () => {
    const store = memoryStore();
    const { chat, agent, id } = await meeting(store);
    expect(await chat.end()).toEqual({ ok: true, value: null });
    await until(agent, ({ conversations }) => conversations.get(id)?.visitorEnded ?? false);
    const scores = Object.fromEntries(chat.state.site!.survey.map((question) => [question.id, 5]));
    expect(await chat.rate(scores, null)).toEqual({ ok: true, value: null });
    expect(chat.state.rated).toBe(true);
    // Whoever loads the page again is not asked anew, also while the agent has not closed it.
    const again = keep(panel(relay.url, store));
    await again.open();
    expect(again.state).toMatchObject({ phase: 'ready', conversation: null });
    const { id: topicId } = agent.state.directory!.topics[0]!;
    expect(await agent.close(id, 'answered', topicId)).toEqual({ ok: true, value: null });
    expect(agent.state.boxes.mine.conversationIds).toEqual([]);
    await until(chat, ({ conversation }) => conversation?.status === 'closed');
    chat.send('En ny fråga');
    await until(chat, ({ conversation }) => conversation?.status === 'queued');
    expect(texts(chat.state)).toEqual(['En ny fråga']);
    expect(chat.state.rated).toBe(false);
    await until(agent, ({ boxes }) => boxes.queue.conversationIds.length === 1);
  });

  it('a console that signs out lets go of everything', async () => {
    const agent = keep(await consoleOf(relay.url, 'agent-01'));
    await agent.signOut();
    expect(agent.state).toMatchObject({ phase: 'signedOut', me: null, directory: null, connection: 'idle' });
    expect(await agent.claim('conversation-0001')).toMatchObject({ error: { code: 'unauthenticated' } });
  });
});
