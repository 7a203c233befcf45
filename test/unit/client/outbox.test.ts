import type { Answer } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '../../../packages/client/key-value-store.ts';
import { createOutbox, type Outbox, type OutboxEntry } from '../../../packages/client/outbox.ts';
import { Device } from '../../support/device.ts';
import { settled } from '../../support/manual-clock.ts';

type Delivery = { id: string; answer: (answer: Answer<unknown> | null) => Promise<void> };

/** A tab of a device, whose deliveries are answered by hand. */
function tabOf(device: Device): {
  outbox: Outbox<OutboxEntry>;
  deliveries: Delivery[];
  store: KeyValueStore;
} {
  const store = device.tab();
  const deliveries: Delivery[] = [];
  const outbox = createOutbox<OutboxEntry>({
    store,
    deliver: ({ id }) =>
      new Promise((resolve) => {
        deliveries.push({
          id,
          answer: (answer) => {
            resolve(answer);
            return settled();
          },
        });
      }),
    onChange: () => undefined,
  });
  return { outbox, deliveries, store };
}

const entry = (id: string, conversationId = 'one'): OutboxEntry => ({
  id,
  conversationId,
  text: `text of ${id}`,
  at: 1,
  error: null,
});
const ok: Answer<null> = { ok: true, value: null };
const closed: Answer<null> = { ok: false, error: { code: 'conversation_closed', data: {} } };
const ids = (outbox: Outbox<OutboxEntry>): string[] => outbox.entries.map(({ id }) => id);

describe('the outbox', () => {
  it('[D5] holds a text in the store before it is sent', () => {
    const device = new Device();
    const { outbox, deliveries } = tabOf(device);
    outbox.add(entry('a'));
    expect(device.values.get('outbox')).toContain('text of a');
    expect(deliveries).toHaveLength(1);
  });

  it('[D3] sends one at a time and in order, conversations beside each other', async () => {
    const { outbox, deliveries } = tabOf(new Device());
    for (const each of [entry('a'), entry('b'), entry('x', 'two'), entry('c')]) outbox.add(each);
    expect(deliveries.map(({ id }) => id)).toEqual(['a', 'x']);
    await deliveries[0]!.answer(ok);
    expect(deliveries.map(({ id }) => id)).toEqual(['a', 'x', 'b']);
    await deliveries[2]!.answer(ok);
    expect(deliveries.map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c']);
    expect(ids(outbox)).toEqual(['x', 'c']);
  });

  it('[D5] survives a reload', async () => {
    const device = new Device();
    const before = tabOf(device);
    before.outbox.add(entry('a'));
    before.outbox.add(entry('b'));
    before.outbox.dispose();
    const { outbox, deliveries } = tabOf(device);
    expect(ids(outbox)).toEqual(['a', 'b']);
    outbox.run();
    await deliveries[0]!.answer(ok);
    await deliveries[1]!.answer(ok);
    expect(device.values.size).toBe(0);
  });

  it('[D5] keeps what is definitively refused, and goes on with the next', async () => {
    const { outbox, deliveries } = tabOf(new Device());
    outbox.add(entry('a'));
    outbox.add(entry('b'));
    await deliveries[0]!.answer(closed);
    expect(outbox.entries[0]).toMatchObject({ text: 'text of a', error: { code: 'conversation_closed' } });
    expect(deliveries[1]!.id).toBe('b');
    await deliveries[1]!.answer(ok);
    outbox.run();
    expect(deliveries).toHaveLength(2);
    outbox.change('a', { error: null, conversationId: 'two' });
    expect(deliveries[2]!.id).toBe('a');
    await deliveries[2]!.answer(closed);
    outbox.remove('a');
    expect(ids(outbox)).toEqual([]);
  });

  it('[D5] stops when sending is called off, and begins again with the same', async () => {
    const { outbox, deliveries } = tabOf(new Device());
    outbox.add(entry('a'));
    await deliveries[0]!.answer(null);
    expect(ids(outbox)).toEqual(['a']);
    outbox.run();
    expect(deliveries.map(({ id }) => id)).toEqual(['a', 'a']);
  });

  it('[D5] is shared by tabs: what a closed tab left is sent by another', async () => {
    const device = new Device();
    const first = tabOf(device);
    const second = tabOf(device);
    first.outbox.add(entry('a'));
    first.outbox.dispose();
    expect(second.deliveries.map(({ id }) => id)).toEqual(['a']);
    await second.deliveries[0]!.answer(ok);
    expect(ids(second.outbox)).toEqual([]);
    expect(device.values.size).toBe(0);
  });

  it('[D5] follows what another tab got acknowledged', async () => {
    const device = new Device();
    const first = tabOf(device);
    const second = tabOf(device);
    first.outbox.add(entry('a'));
    await first.deliveries[0]!.answer(ok);
    expect(ids(second.outbox)).toEqual([]);
  });

  it('[D5] loses nothing of its own when another tab writes over the store', async () => {
    const device = new Device();
    const { outbox, deliveries, store } = tabOf(device);
    outbox.add(entry('a'));
    device.values.set('outbox', JSON.stringify([entry('b')]));
    outbox.add(entry('c'));
    expect(ids(outbox)).toEqual(['a', 'b', 'c']);
    expect(JSON.parse(store.get('outbox')!)).toHaveLength(3);
    await deliveries[0]!.answer(ok);
    expect(ids(outbox)).toEqual(['b', 'c']);
  });

  it('begins empty when the store holds something else', () => {
    const device = new Device();
    device.values.set('outbox', '{"broken');
    expect(ids(tabOf(device).outbox)).toEqual([]);
  });
});
