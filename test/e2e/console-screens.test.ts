import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusyHouse, busyHouse } from '../support/busy-house.ts';
import { ConsoleWalk } from '../support/console-walk.ts';
import { launchBrowser } from '../support/browser.ts';

let house: BusyHouse;
let browser: Browser;
beforeAll(async () => {
  house = await busyHouse();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.relay.close();
});

// Light in Swedish, dark in English: each screen in both themes and both languages, at 200 and 400 %, by keyboard and by axe.
describe.each(['sv', 'en'] as const)(
  'every screen of those who administer, in %s',
  { timeout: 480_000 },
  (lang) => {
    const seen = new Set<string>();
    const walks = (user: string) => ConsoleWalk.start({ url: house.relay.url, browser }, user, lang, seen);

    it('the administrator', async () => {
      const walk = await walks('administrator-1');
      const { t } = walk;
      await walk.administration({
        webhooks: [t.webhookNew],
        'webhooks/*': [t.webhookEdit, t.webhookRotate, t.webhookRemove],
        'api-keys': [t.apiKeyNew, t.apiKeyRevoke],
        mail: [t.mailRead],
      });
      await walk.ownDialogs();
      expect(await walk.end()).toEqual([]);
    });

    it('the registrar', async () => {
      const walk = await walks('registrar-1');
      const { t } = walk;
      await walk.administration({
        registry: [t.registryRegister, t.registryDismiss],
        'data-subjects': [t.subjectsEnter],
        'data-subjects/*': [t.subjectsChange, t.subjectDecide],
      });
      expect(await walk.end()).toEqual([]);
    });

    it('the web editor and the coordinator of a department', async () => {
      const editor = await walks('webeditor-1');
      await editor.administration({}, ['web-gaps']);
      const coordinator = await walks('coordinator-sbf');
      await coordinator.administration({ 'department-months': [coordinator.t.monthEdit] }, [
        'agreements',
        'agreement-documents',
        'department-months',
      ]);
      expect([...(await editor.end()), ...(await coordinator.end())]).toEqual([]);
    });
  },
);
