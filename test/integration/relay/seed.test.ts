import { describe, expect, it } from 'vitest';
import { isPassword } from '../../../apps/relay/passwords.ts';
import { readConfig } from '../../../apps/relay/config.ts';
import { seedDemo } from '../../../apps/relay/seed/demo.ts';
import { PASSWORD, testContext } from './running-relay.ts';

const withEnv = (env: Record<string, string>) => ({ config: readConfig(env) });

describe('the demo data', () => {
  it('fills an empty store with all of Ekhamra', async () => {
    const context = await testContext();
    const demo = await seedDemo(context);
    const count = (
      collection: 'sites' | 'departments' | 'topics' | 'users' | 'guides' | 'questions' | 'cannedResponses',
    ) => context.storage.count(collection, { index: 'all', limit: 100 });
    expect(await count('sites')).toBe(1);
    expect(await count('departments')).toBe(8);
    expect(await count('users')).toBe(18);
    expect(await count('guides')).toBe(8);
    expect(await count('questions')).toBe(30);
    expect(await count('cannedResponses')).toBe(10);
    expect(demo?.users.map(({ role }) => role)).toEqual([
      ...Array<string>(6).fill('agent'),
      ...Array<string>(6).fill('specialist'),
      'manager',
      'registrar',
      'editor',
      'registrar',
      'administrator',
      'coordinator',
    ]);
  });

  it('has the topics that its questions and pages name', async () => {
    const { storage, ...context } = await testContext();
    await seedDemo({ storage, ...context });
    for (const id of [
      'avfall',
      'bygglov',
      'forskola',
      'ekonomiskt-bistand',
      'snorojning',
      'skolskjuts',
      'hemtjanst',
      'overigt',
    ]) {
      expect(await storage.get('topics', id)).toMatchObject({ id });
    }
  });

  it('makes one readable password for all, and cannot tell it later', async () => {
    const context = await testContext();
    const first = await seedDemo({ ...context, ...withEnv({}) });
    if (first?.password.from !== 'made') throw new Error('no password was made');
    expect(first.password.text).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const user = await context.storage.get('users', 'archivist-1');
    expect(await isPassword(user?.passwordHash, first.password.text)).toBe(true);
    const later = await seedDemo({ ...context, ...withEnv({}) });
    expect(later?.password).toEqual({ from: 'earlier' });
  });

  it('sets the password of DEMO_PASSWORD, at the first start and at a later one', async () => {
    const context = await testContext();
    expect((await seedDemo(context))?.password).toEqual({ from: 'setting' });
    await seedDemo({ ...context, ...withEnv({ DEMO_PASSWORD: 'ett nytt lösenord' }) });
    const user = await context.storage.get('users', 'agent-01');
    expect(await isPassword(user?.passwordHash, 'ett nytt lösenord')).toBe(true);
    expect(await isPassword(user?.passwordHash, PASSWORD)).toBe(false);
  });

  it('leaves what was changed since', async () => {
    const context = await testContext();
    await seedDemo(context);
    await context.storage.update('departments', 'TEF', { phone: '0980-319 999' });
    await seedDemo(context);
    expect(await context.storage.get('departments', 'TEF')).toMatchObject({ phone: '0980-319 999' });
  });

  it('is open at any hour with DEMO=1 and keeps its hours with DEMO=hours, from one start to the next', async () => {
    const context = await testContext();
    const override = async () => (await context.storage.get('sites', 'ekhamra'))?.openOverride;
    await seedDemo(context);
    expect(await override()).toEqual({ state: 'open', until: null });
    await seedDemo({ ...context, ...withEnv({ DEMO: 'hours' }) });
    expect(await override()).toBeNull();
  });

  it('is finished by the next start when it was cut off', async () => {
    const context = await testContext();
    await seedDemo(context);
    const site = await context.storage.get('sites', 'ekhamra');
    const half = await testContext();
    await half.storage.insert('sites', [site!]);
    const demo = await seedDemo(half);
    expect(demo?.password).toEqual({ from: 'setting' });
    expect(await half.storage.count('users', { index: 'all', limit: 100 })).toBe(18);
    expect(await half.storage.count('questions', { index: 'all', limit: 100 })).toBe(30);
  });

  it('does not touch a store that is somebody’s own', async () => {
    const source = await testContext();
    await seedDemo(source);
    const site = await source.storage.get('sites', 'ekhamra');
    const own = await testContext();
    await own.storage.insert('sites', [{ ...site!, id: 'verklig' }]);
    expect(await seedDemo(own)).toBeUndefined();
    expect(await own.storage.count('users', { index: 'all', limit: 1 })).toBe(0);
    expect(await own.storage.count('sites', { index: 'all', limit: 10 })).toBe(1);
  });
});
