import { PaperName } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

describe('papers and the privacy notice', { timeout: 60_000 }, () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
    const like = (await relay.storage.get('users', 'registrar-1'))!;
    await relay.storage.insert('users', [{ ...like, id: 'administrator-1', role: 'administrator' }]);
    await relay.storage.update('retentionRules', 'chat-general', {
      decision: 'KS 2026/1 § 2',
      inForce: true,
    });
  }, 60_000);
  afterAll(() => relay.close());

  it('[P7] each is made as a page and as a file, of what is set up, and is an entry of the audit log', async () => {
    const cookie = await signIn(relay.url, 'administrator-1', 'correct horse battery');
    for (const name of PaperName.options) {
      const page = await fetch(`${relay.url}/api/papers/${name}?language=sv`, { headers: { cookie } });
      expect([name, page.status, page.headers.get('content-type')]).toEqual([
        name,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await page.text()).toContain('Avgör:');
    }
    const plan = await fetch(`${relay.url}/api/papers/retention?language=en&format=markdown`, {
      headers: { cookie },
    });
    expect(plan.headers.get('content-disposition')).toContain('retention-en.md');
    expect(await plan.text()).toContain('KS 2026/1 § 2');
    const { docs } = await relay.storage.find('audit', {
      index: 'byActor',
      equals: { actorId: 'administrator-1' },
      limit: 50,
    });
    expect(docs.filter(({ action }) => action === 'papersMade')).toHaveLength(PaperName.options.length + 1);
  });

  it('everybody reads the privacy notice in its own language, with the times in force', async () => {
    const words = {
      sv: '60 dagar',
      'sv-x-easy': 'Vem får läsa?',
      en: '60 days',
      fi: '60 päivää',
      ar: 'عدد الأيام: 60',
    };
    for (const [tag, said] of Object.entries(words)) {
      const response = await fetch(`${relay.url}/privacy/ekhamra?lang=${tag}`);
      const page = await response.text();
      expect([tag, response.status, page.includes(said)]).toEqual([tag, 200, true]);
      expect(page).toContain(`lang="${tag}"`);
    }
    expect((await fetch(`${relay.url}/privacy/nowhere`)).status).toBe(404);
  });
});
