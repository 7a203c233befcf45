import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../../support/routes.ts';
import { storageKinds } from '../../support/storage-kinds.ts';
import { ASKS_NOTHING, Attacker, expectAlive, known, wrong } from './attacker.ts';
import { OPERATORS, POLLUTERS } from './payloads.ts';

// What one storage takes for a word, another may take for an order.
describe.each(storageKinds)('over HTTP, on the %s storage', { timeout: 120_000 }, (kind) => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.start(kind);
  });
  afterAll(() => attacker.relay.close());

  it('operators and polluting objects are refused by every route that takes something', async () => {
    const bodies = [...OPERATORS.map((it) => JSON.stringify(it)), ...POLLUTERS];
    const found: string[] = [];
    for (const { method, path } of attacker.posts()) {
      for (const body of bodies) {
        const nested = `{"user":${body},"password":${body},"token":${body},"id":${body},"answers":${body},"language":"sv","kind":${body},"text":${body},"file":${body},"email":${body}}`;
        for (const sent of [body, nested]) {
          const heard = await attacker.send(method, fill(path, known), { body: sent });
          found.push(...wrong(heard));
          if (heard.status < 300 && !ASKS_NOTHING.test(path))
            found.push(`${heard.asked} took ${sent.slice(0, 80)}`);
        }
      }
    }
    expect(found).toEqual([]);
    await expectAlive(attacker.relay);
  });

  it('operators in a query and in a form of a page find and change nothing', async () => {
    const found: string[] = [];
    const query =
      'q[$gt]=&q[__proto__][polluted]=yes&lang[$ne]=sv&key[$gt]=&format[$ne]=x&__proto__[polluted]=yes&constructor[prototype][polluted]=yes&actor[$regex]=.*';
    for (const { method, path } of attacker.routes) {
      if (path === '/api/session' && method !== 'GET') continue;
      const get = method === 'GET';
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const init = get ? {} : { body: query, headers: type };
      const heard = await attacker.send(method, `${fill(path, known)}?${query}`, init);
      found.push(...wrong(heard));
      if (heard.text.includes('polluted')) found.push(`${heard.asked} repeats it`);
    }
    expect(found).toEqual([]);
    await expectAlive(attacker.relay);
  });
});
