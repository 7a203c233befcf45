import { randomUUID } from 'node:crypto';
import { launchBrowser } from './support/browser.ts';
import { post, signIn, staffSocket, visit, visitorSocket } from './support/clients.ts';
const url = 'http://127.0.0.1:24871';
const PW = 'demodemo1';
const agent = await staffSocket(url, await signIn(url, 'agent-01', PW));
for (const [dep, lang] of [['SBF', 'sv'], ['SOF', 'ar'], ['TEF', 'en']] as const) {
  const v = await visit(url);
  const w = await visitorSocket(url, v.cookie);
  const conversationId = randomUUID();
  await w.ask('conversation:start', { conversationId, id: randomUUID(), text: 'Hej! Behöver jag bygglov för ett uterum?', language: lang, page: null, topicId: 'bygglov', departmentId: null, contact: null });
  await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
  await agent.ask('message:send', { conversationId, id: randomUUID(), kind: 'text', text: 'Hej! Jag tar reda på det.' });
  if (dep !== 'SOF') console.log((await post(url, `/api/conversations/${conversationId}/mails`, { id: randomUUID(), kind: dep === 'TEF' ? 'deviceLink' : 'transcript', email: 'kim@example.se', language: lang === 'en' ? 'ar' : lang }, v.cookie)).status);
  await agent.ask('handoff:request', { conversationId, id: randomUUID(), mode: 'join', departmentId: dep, userId: null, question: 'Krävs lov?', reason: 'Utanför plan' });
  w.close();
}
const browser = await launchBrowser();
async function shot(user: string, path: string, name: string, o: { w?: number; h?: number; dark?: boolean; act?: (p: any) => Promise<void> } = {}) {
  const c = await browser.newContext({ viewport: { width: o.w ?? 1200, height: o.h ?? 760 }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce', colorScheme: o.dark ? 'dark' : 'light' });
  const p = await c.newPage();
  p.on('console', (m) => m.type() === 'error' && console.log(name, m.text()));
  await p.goto(url + path);
  await p.getByLabel(/Användarnamn/).fill(user);
  await p.getByLabel('Lösenord').fill(PW);
  await p.getByRole('button', { name: 'Logga in' }).click();
  await p.waitForTimeout(1500);
  await o.act?.(p);
  await p.waitForTimeout(500);
  await p.screenshot({ path: `/tmp/mailshots/${name}.png` });
  await c.close();
}
await new Promise((r) => setTimeout(r, 36_000));
const sbf = await staffSocket(url, await signIn(url, 'specialist-sbf', PW));
const list = await sbf.ask('conversations:list', { box: 'handoffs', after: null });
const one = list.conversations[0]!.conversation;
await sbf.ask('handoff:accept', { conversationId: one.id, id: randomUUID(), handoffId: one.handoffs[0]!.id });
await shot('administrator-1', '/console/admin/mail', 'mail');
await shot('administrator-1', '/console/admin/mail', 'mail-dark-320', { w: 320, h: 900, dark: true });
await shot('administrator-1', '/console/admin/mail', 'mail-open', { act: async (p) => { await p.getByRole('button', { name: /Läs:.*Länk/ }).first().click(); } });
await shot('specialist-sbf', '/console/week', 'week');
await shot('specialist-sbf', '/console/week', 'week-320', { w: 320, h: 900 });
await shot('specialist-sbf', '/console/', 'settings', { act: async (p) => { await p.getByRole('button', { name: /Handläggare SBF/ }).click(); await p.getByRole('menuitem', { name: 'Inställningar' }).click(); } });
sbf.close();
agent.close();
await browser.close();
process.exit(0);
