import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { TestRelay } from '../../../support/relay.ts';

it('says how many wait and for how long, and how long a message takes to be durable and told', async () => {
  const relay = await TestRelay.start();
  const visitor = await relay.visitor();
  await visitor.ask('conversation:start', {
    conversationId: randomUUID(),
    id: randomUUID(),
    text: 'Hej',
    language: 'sv',
    page: null,
    topicId: null,
    departmentId: null,
    contact: { email: 'kim@example.se' },
  });
  relay.clock.ahead += 60_000;
  const figures = await (await fetch(`${relay.url}/metrics`)).text();
  const figure = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(figures)?.[1]);
  expect(figure('lotsa_queue_length{site="ekhamra"}')).toBe(1);
  expect(figure('lotsa_queue_oldest_wait_seconds{site="ekhamra"}')).toBeGreaterThanOrEqual(60);
  // The question, and that it became a case: nobody is there.
  expect(figure('lotsa_storage_write_duration_seconds_count')).toBe(2);
  expect(figure('lotsa_delivery_duration_seconds_count')).toBe(2);
  expect(figure('lotsa_writes_waiting')).toBe(0);
  await relay.close();
});
