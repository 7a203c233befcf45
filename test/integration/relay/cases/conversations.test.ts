import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestRelay } from '../../../support/relay.ts';
import { newId, resident } from './resident.ts';

describe('cases of conversations', () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
  });
  afterAll(() => relay.close());
  const { get } = resident(() => relay.url);

  describe('a conversation that becomes a case', () => {
    async function begun(contact: { email: string } | null) {
      const visitor = await relay.visitor();
      const conversationId = newId();
      await visitor.ask('conversation:start', {
        conversationId,
        id: newId(),
        text: 'Får jag bygga ett uterum?',
        language: 'sv',
        page: null,
        topicId: 'bygglov',
        departmentId: null,
        contact,
      });
      return { visitor, conversationId };
    }

    it('[O2] [O4] by its agent: the visitor is told number and date, and gets its secret link', async () => {
      const agent = await relay.staff('agent-01');
      const { visitor, conversationId } = await begun(null);
      await agent.ask('conversation:claim', { conversationId, id: newId() });
      const close = { conversationId, id: newId(), outcome: 'caseRegistered', topicId: 'bygglov' } as const;
      await agent.ask('conversation:close', close);
      await agent.ask('conversation:close', close);
      const all = await visitor.ask('conversation:resume', { conversationId, after: 0 });
      const events = all.messages.flatMap((it) => (it.kind === 'event' ? [it.event] : []));
      expect(events.map(({ type }) => type)).toEqual(['assigned', 'caseOpened', 'closed']);
      const opened = events.find((it) => it.type === 'caseOpened');
      const link = await visitor.ask('case:link', { conversationId });
      expect(link.number).toBe(opened?.number);
      const page = await get(link.url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Samhällsbyggnadsförvaltningen');
      const stranger = await relay.visitor();
      expect(await stranger.answer('case:link', { conversationId })).toMatchObject({
        error: { code: 'not_found' },
      });
      const { docs } = await relay.storage.find('cases', {
        index: 'byNumber',
        equals: { number: link.number },
        limit: 1,
      });
      expect(docs[0]).toMatchObject({ conversationId, departmentId: 'SBF', open: 1 });
    });

    it('its page has what was asked, and nothing of what was written later, by the staff, or in a secret one', async () => {
      const agent = await relay.staff('agent-01');
      const { visitor, conversationId } = await begun(null);
      await visitor.ask('message:send', { conversationId, id: newId(), text: 'Det är <b>12</b> kvm.' });
      await agent.ask('conversation:claim', { conversationId, id: newId() });
      const write = (kind: 'text' | 'note', text: string) =>
        agent.ask('message:send', { conversationId, id: newId(), kind, text, toUserId: null });
      await write('note', 'Hemlig anteckning');
      await write('text', 'Jag tar reda på det.');
      await agent.ask('case:open', { conversationId, id: newId(), kind: 'question', handoffId: null });
      await visitor.ask('message:send', { conversationId, id: newId(), text: 'Tack så länge!' });
      const { url } = await visitor.ask('case:link', { conversationId });
      const page = async (): Promise<string> => (await get(url)).text();
      const shown = await page();
      expect(shown).toContain('Det du skickade');
      expect(shown).toContain('Får jag bygga ett uterum?');
      expect(shown).toContain('Det är &lt;b>12&lt;/b> kvm.');
      expect(shown).not.toMatch(/Hemlig anteckning|Jag tar reda|Tack så länge/);

      const secrecy = { conversationId, id: newId(), protectedIdentity: false };
      await agent.ask('conversation:mark-secret', { ...secrecy, secret: true });
      expect(await page()).not.toContain('uterum');
      await agent.ask('conversation:mark-secret', { ...secrecy, id: newId(), secret: false });
      expect(await page()).toContain('uterum');
      // What was erased is gone here, too.
      await agent.ask('conversation:release', { conversationId, id: newId() });
      await relay.storage.erase(conversationId);
      expect(await page()).not.toContain('uterum');
    });

    it('[O2] when its visitor leaves with contact details; without, it is abandoned', async () => {
      const outcomes = [];
      for (const contact of [{ email: 'kim@example.se' }, null]) {
        const { visitor, conversationId } = await begun(contact);
        await visitor.ask('conversation:end', { conversationId, id: newId() });
        const conversation = await relay.storage.load(conversationId);
        outcomes.push([conversation?.outcome, conversation?.caseNumber !== null]);
      }
      expect(outcomes).toEqual([
        ['caseRegistered', true],
        ['abandoned', false],
      ]);
    });
  });
});
