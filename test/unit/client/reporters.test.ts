import type { Answer } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { createCatchUp } from '../../../packages/client/catch-up.ts';
import { createMarksReporter, type Reached } from '../../../packages/client/marks-reporter.ts';
import { createTypingReporter } from '../../../packages/client/typing-reporter.ts';
import { createTypists } from '../../../packages/client/typists.ts';
import { ManualClock, settled } from '../../support/manual-clock.ts';

describe('marks', () => {
  it('[D5] go together: one request at a time, and then the furthest', async () => {
    const sent: Reached[] = [];
    const answers: ((answer: Answer<null>) => void)[] = [];
    const report = createMarksReporter((_id, reached) => {
      sent.push(reached);
      return new Promise((resolve) => answers.push(resolve));
    });
    for (let delivered = 1; delivered <= 5; delivered += 1) report('one', { delivered, read: delivered - 1 });
    expect(sent).toEqual([{ delivered: 1, read: 0 }]);
    answers[0]!({ ok: true, value: null });
    await settled();
    expect(sent).toEqual([
      { delivered: 1, read: 0 },
      { delivered: 5, read: 4 },
    ]);
    answers[1]!({ ok: true, value: null });
    await settled();
    report('one', { delivered: 3, read: 2 });
    expect(sent).toHaveLength(2);
  });
});

describe('typing', () => {
  it('is told at most every two seconds, and ended after five without a key', async () => {
    const clock = new ManualClock();
    const told: [number, boolean][] = [];
    const began = clock.now();
    const reporter = createTypingReporter(clock, (_id, typing) => told.push([clock.now() - began, typing]));
    for (let i = 0; i < 6; i += 1) {
      reporter.set('one', true);
      await clock.go(500);
    }
    expect(told).toEqual([
      [0, true],
      [2_000, true],
    ]);
    await clock.go(10_000);
    expect(told.slice(2)).toEqual([[7_500, false]]);
  });

  it('is ended at once when the field is emptied, and when writing goes on elsewhere', () => {
    const told: [string, boolean][] = [];
    const reporter = createTypingReporter(new ManualClock(), (id, typing) => told.push([id, typing]));
    reporter.set('one', false);
    reporter.set('one', true);
    reporter.set('two', true);
    reporter.set('one', false);
    reporter.set('two', false);
    expect(told).toEqual([
      ['one', true],
      ['one', false],
      ['two', true],
      ['two', false],
    ]);
  });

  it('of others is forgotten after six seconds without word of it', async () => {
    const clock = new ManualClock();
    let changes = 0;
    const typists = createTypists(clock, () => (changes += 1));
    typists.set('one', 'Anna', true);
    await clock.go(4_000);
    typists.set('one', 'Anna', true);
    typists.set('one', null, true);
    await clock.go(4_000);
    expect(typists.of('one')).toEqual(['Anna', null]);
    expect(typists.of('two')).toEqual([]);
    typists.set('one', null, false);
    await clock.go(2_000);
    expect(typists.of('one')).toEqual([]);
    expect(changes).toBe(4);
  });
});

describe('catching up', () => {
  it('[D4] runs once at a time and looks again when it was asked again meanwhile', async () => {
    const pages: ((more: boolean) => void)[] = [];
    const catchUp = createCatchUp(() => new Promise((resolve) => pages.push(resolve)));
    const done = catchUp('one');
    void catchUp('one');
    void catchUp('two');
    expect(pages).toHaveLength(2);
    pages[0]!(true);
    await settled();
    expect(pages).toHaveLength(3);
    pages[2]!(false);
    await settled();
    expect(pages).toHaveLength(4);
    pages[3]!(false);
    await done;
    void catchUp('one');
    expect(pages).toHaveLength(5);
  });
});
