import type { Municipality } from '@lotsa/protocol';
import type { Storage, UserDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { hashPassword } from '../passwords.ts';
import ekhamra from './ekhamra.json' with { type: 'json' };
import { newUser } from '../settings/new-user.ts';
import { readMunicipality } from './municipality.ts';
import { readablePassword } from './password.ts';

/** What the demo's users and their way in are, for who started Lotsa. */
export interface Demo {
  siteId: string;
  users: Pick<UserDoc, 'id' | 'role'>[];
  /** Where the password of all of them comes from; of one that an earlier start made only the hash is left. */
  password: { from: 'made'; text: string } | { from: 'setting' | 'earlier' };
}

/**
 * Fills an empty store with Ekhamra, and opens its chat by the setting `DEMO`. What is there already is left as it is, but
 * for the passwords when `DEMO_PASSWORD` is set.
 * @returns undefined when the store holds something else than the demo.
 */
export async function seedDemo({ config, storage }: Context): Promise<Demo | undefined> {
  const demo = readMunicipality(ekhamra);
  const [site] = demo.sites;
  if (!site) throw new Error('the demo has no site');
  const empty = await isEmpty(storage, site.id);
  if (!empty && !(await storage.get('sites', site.id))) return undefined;
  const { demoPassword } = config;
  const text = demoPassword ?? readablePassword();
  if (empty) await fill(storage, demo, await hashPassword(text));
  else if (demoPassword) await setPasswords(storage, demo, demoPassword);
  // Also where an earlier version without forms or synonyms filled the store.
  await storage.insert('forms', demo.forms);
  await storage.insert('caseTypes', demo.caseTypes);
  await storage.insert('caseTemplates', demo.caseTemplates);
  await storage.insert('synonyms', demo.synonyms);
  await storage.insert('retentionRules', demo.retentionRules);
  await storage.insert('eServices', demo.eServices);
  const openOverride = config.demo === 'open' ? ({ state: 'open', until: null } as const) : null;
  await storage.update('sites', site.id, { openOverride });
  const made = empty ? ({ from: 'made', text } as const) : ({ from: 'earlier' } as const);
  return { siteId: site.id, users: demo.users, password: demoPassword ? { from: 'setting' } : made };
}

/** Nobody can sign in, and there is no site but the demo's, from a filling that was cut off. */
async function isEmpty(storage: Storage, siteId: string): Promise<boolean> {
  if ((await storage.count('users', { index: 'all', limit: 1 })) > 0) return false;
  const { docs } = await storage.find('sites', { index: 'all', limit: 2 });
  return docs.every(({ id }) => id === siteId);
}

/** Users go last: as long as there are none the store counts as empty, and the next start fills in the rest. */
async function fill(storage: Storage, demo: Municipality, passwordHash: string): Promise<void> {
  await Promise.all([
    storage.insert('sites', demo.sites),
    storage.insert('departments', demo.departments),
    storage.insert('topics', demo.topics),
    storage.insert('guides', demo.guides),
    storage.insert('questions', demo.questions),
    storage.insert('cannedResponses', demo.cannedResponses),
    storage.insert('agreements', demo.agreements),
    storage.insert('banners', demo.banners),
  ]);
  // One hash, and so one salt, for all: it is one password, which is printed. Real users get a hash each.
  const users = demo.users.map((user): UserDoc => ({
    ...newUser(user),
    passwordHash,
    availability: 'available',
  }));
  await storage.insert('users', users);
}

async function setPasswords(storage: Storage, demo: Municipality, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await Promise.all(
    demo.users.map(async ({ id }) => {
      await storage.update('users', id, { passwordHash });
    }),
  );
}
