import { expect, it } from 'vitest';
import { readAll } from './read-all.ts';
import { after, begin, newId, NOON, text, told } from './samples.ts';
import type { Current } from './storage-contract.ts';

const amina = { id: 'amina', name: 'Amina' };
const sven = { id: 'sven', name: 'Sven' };

/** Hand-off documents follow their conversation. */
export function handoffs(store: Current): void {
  it('[H2] writes a hand-off with the message that requests it, and changes it with those that follow', async () => {
    const { storage } = store();
    const departmentId = `dep-${newId()}`;
    const siteId = `site-${newId()}`;
    const [one, two] = [newId(), newId()];
    const ask = {
      departmentId,
      question: 'När?',
      reason: 'Vet inte',
      mode: 'transfer',
      deadline: NOON + 9,
    } as const;
    let conversation = await begin(storage, { siteId });
    const say = async (event: Parameters<typeof told>[0], at: number) => {
      conversation = after(await storage.append(conversation.id, conversation, told(event, at)));
    };
    await say({ type: 'assigned', user: amina }, NOON + 1);
    await say({ type: 'handoffRequested', handoffId: one, user: null, ...ask }, NOON + 2);
    await say({ type: 'handoffRequested', handoffId: two, user: sven, ...ask, mode: 'consult' }, NOON + 3);
    const anybody = {
      index: 'byDepartment',
      equals: { departmentId, userId: '', skillId: '', state: 'requested' },
      limit: 9,
    } as const;
    expect(await readAll(storage, 'handoffs', anybody)).toEqual([
      {
        ...conversation.handoffs[0],
        id: `${conversation.id}:${one}`,
        handoffId: one,
        conversationId: conversation.id,
        siteId,
        userId: '',
        acceptedById: '',
        skillId: '',
        watched: 'owner',
      },
    ]);
    expect(await storage.get('handoffs', `${conversation.id}:${two}`)).toMatchObject({
      userId: 'sven',
      state: 'requested',
      requestedAt: NOON + 3,
    });

    await say(
      { type: 'handoffAccepted', handoffId: one, mode: 'transfer', departmentId, user: sven },
      NOON + 4,
    );
    expect(await readAll(storage, 'handoffs', anybody)).toEqual([]);
    expect(await storage.get('handoffs', `${conversation.id}:${one}`)).toMatchObject({
      state: 'accepted',
      acceptedById: 'sven',
    });
    await say({ type: 'handoffDeclined', handoffId: two, user: sven, reason: 'Fel förvaltning' }, NOON + 5);
    expect(await storage.get('handoffs', `${conversation.id}:${two}`)).toMatchObject({
      state: 'declined',
      declineReason: 'Fel förvaltning',
    });
    await say({ type: 'closed', outcome: 'answeredBySpecialist', topicId: 'avfall' }, NOON + 6);
    expect(await storage.get('handoffs', `${conversation.id}:${one}`)).toMatchObject({
      state: 'answered',
      endedAt: NOON + 6,
    });

    for (const handoff of conversation.handoffs) {
      const { id: handoffId, ...rest } = handoff;
      expect(await storage.get('handoffs', `${conversation.id}:${handoffId}`)).toMatchObject({
        ...rest,
        handoffId,
      });
    }
  });

  it('leaves the hand-offs alone when an append does not win', async () => {
    const { storage } = store();
    const begun = await begin(storage);
    await storage.append(begun.id, begun, text('Först'));
    const handoffId = newId();
    const ask = {
      mode: 'join',
      departmentId: 'gata',
      user: null,
      question: 'q',
      reason: 'r',
      deadline: 1,
    } as const;
    const late = told({ type: 'handoffRequested', handoffId, ...ask });
    expect(await storage.append(begun.id, begun, late)).toEqual({ status: 'conflict' });
    expect(await storage.get('handoffs', `${begun.id}:${handoffId}`)).toBeUndefined();
  });

  it('keeps hand-offs of two conversations apart that were given the same id', async () => {
    const { storage } = store();
    const handoffId = newId();
    const ask = { mode: 'join', user: null, question: 'q', reason: 'r', deadline: 1 } as const;
    const ids = [];
    for (const departmentId of ['gata', 'skola']) {
      const begun = await begin(storage);
      ids.push(begun.id);
      await storage.append(
        begun.id,
        begun,
        told({ type: 'handoffRequested', handoffId, departmentId, ...ask }),
      );
    }
    const docs = await Promise.all(ids.map((id) => storage.get('handoffs', `${id}:${handoffId}`)));
    expect(docs.map((doc) => doc?.departmentId)).toEqual(['gata', 'skola']);
  });
}
