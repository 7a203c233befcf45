import type { Conversation } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { createPresence } from '../../../apps/relay/presence.ts';
import { createWaiting } from '../../../apps/relay/waiting.ts';
import { begin, NOON } from '../../contract/samples.ts';
import { testContext } from './running-relay.ts';

it('[R3] tells everybody the place in a queue that is longer than is counted', async () => {
  const context = await testContext();
  const { storage } = context;
  const queue = await Promise.all(Array.from({ length: 1_004 }, (_, i) => begin(storage, {}, NOON + i)));
  const waiting = createWaiting(context, createPresence(context), () => undefined);
  const placeOf = async (conversation: Conversation | undefined): Promise<number | undefined> =>
    conversation && (await waiting.place(conversation))?.place;
  // Beyond a thousand, it is a thousand that are before it: counted for the first one, known of those behind.
  expect([await placeOf(queue[1_001]), await placeOf(queue[1_003])]).toEqual([1_001, 1_001]);
  // What is known of those behind says nothing of those before, nor of whom routing prefers.
  expect([await placeOf(queue[0]), await placeOf(queue[1_000]), await placeOf(queue[4])]).toEqual([
    1, 1_001, 5,
  ]);
  const preferred: Conversation = { ...(queue[1_003] as Conversation), priority: 0 };
  expect(await placeOf(preferred)).toBe(1);
});
