import { afterEach, expect, it } from 'vitest';
import { mongodbUrl } from '../support/mongodb.ts';
import { hasRedis } from '../support/redis.ts';
import { schedule, shortest, type Step } from './lab/schedule.ts';
import { type Setting, World } from './lab/world.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const settings: [string, Setting, number][] = [
  ['one relay, embedded', { storage: 'embedded', relays: 1, visitors: 8, texts: 8 }, 5],
];
if (mongodbUrl && hasRedis) {
  settings.push([
    'three relays, MongoDB and Redis',
    { storage: 'mongodb', relays: 3, visitors: 6, texts: 6 },
    4,
  ]);
}

// The short part of `npm run faults`, at seeds that hold many kinds of fault.
it.each(settings)('[D1] [D2] [D3] [D4] [O1] whatever happens to %s', async (_name, setting, length) => {
  // what needs seconds to be over is for the long run
  const faults = World.faultsOf(setting).filter(
    (fault) => fault !== 'killDatabase' && fault !== 'pauseDatabase',
  );
  world = await World.start(setting, faults);
  const { wrong, acknowledged } = await world.play(schedule(4, length, faults, setting.relays), setting);
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(setting.visitors * setting.texts);
});

it('finds the shortest schedule that fails, and the same one for the same seed', async () => {
  const steps = schedule(7, 12, ['cut', 'stall', 'killRelay'], 3);
  expect(schedule(7, 12, ['cut', 'stall', 'killRelay'], 3)).toEqual(steps);
  const [culprit, other] = [steps[3] as Step, steps[9] as Step];
  const fails = (played: Step[]): Promise<boolean> =>
    Promise.resolve(played.includes(culprit) && played.includes(other));
  expect(await shortest(steps, fails)).toEqual([culprit, other]);
});
