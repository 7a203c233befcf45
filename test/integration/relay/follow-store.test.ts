import { expect, it, onTestFinished } from 'vitest';
import type { Appended } from '../../../apps/relay/conversations.ts';
import { followStore } from '../../../apps/relay/follow-store.ts';
import { after, begin, text } from '../../contract/samples.ts';
import { testContext } from './running-relay.ts';

it('[D4] a relay that has just come up tells no message as the first of its conversation that is not', async () => {
  const context = await testContext();
  const { storage, now } = context;
  // By another relay, before this one was there.
  let conversation = await begin(storage, {}, now());
  for (const words of ['Ett', 'Två']) {
    conversation = after(await storage.append(conversation.id, conversation, text(words, now())));
  }
  const told: Appended[] = [];
  const following = followStore(context, (missed) => told.push(missed));
  onTestFinished(() => following.stop());
  await storage.append(conversation.id, conversation, text('Tre', now()));
  const opened = await begin(storage, {}, now());
  // What the first look finds may be on its way; the second tells it.
  await following.look();
  await following.look();
  const seen = told.map(({ before, message }) => [message.conversationId, message.seq, before?.publicSeq]);
  expect(seen).toContainEqual([conversation.id, 4, 3]);
  expect(seen).toContainEqual([opened.id, 1, undefined]);
});
