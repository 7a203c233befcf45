import { randomUUID } from 'node:crypto';
import type { Submitted } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, signIn, visit } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const PASSWORD = 'correct horse battery';

describe('[P6] what exists is not told, and cannot be guessed', () => {
  let relay: TestRelay;
  let conversationId: string;
  let sent: Submitted;
  const cookies: Record<string, string> = { nobody: '' };

  beforeAll(async () => {
    relay = await TestRelay.start();
    const visitor = await relay.visitor();
    conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Hej',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: { email: 'kim@example.se' },
    });
    const answers = { question: 'Hej?', phone: '0700-11 22 33' };
    const form = { id: randomUUID(), language: 'sv', answers };
    sent = (await (await post(relay.url, '/api/sites/ekhamra/forms/kontakt', form)).json()) as Submitted;
    cookies['another visitor'] = (await visit(relay.url)).cookie;
    cookies['specialist'] = await signIn(relay.url, 'specialist-ubf', PASSWORD);
    cookies['editor'] = await signIn(relay.url, 'webeditor-1', PASSWORD);
  });
  afterAll(() => relay.close());

  it('what is not there is answered, word by word, as what one may not see', async () => {
    for (const [who, cookie] of Object.entries(cookies)) {
      for (const [there, not] of [
        [`/api/conversations/${conversationId}/files`, `/api/conversations/${randomUUID()}/files`],
        [`/api/conversations/${conversationId}/mails`, `/api/conversations/${randomUUID()}/mails`],
        [`/api/cases/${sent.number}/withdrawal`, '/api/cases/EKH-2020-999999/withdrawal'],
        [`/api/cases/${sent.number}/supplements`, '/api/cases/EKH-2020-999999/supplements'],
      ] as const) {
        const [one, other] = [
          await post(relay.url, there, {}, cookie),
          await post(relay.url, not, {}, cookie),
        ];
        expect([who, there, one.status, await one.text()]).toEqual([who, there, 404, await other.text()]);
        expect(other.status).toBe(404);
      }
    }
  });

  it('a user that does not exist is answered as a wrong password', async () => {
    const wrong = { user: 'agent-01', password: 'wrong password' };
    const [one, other] = [
      await post(relay.url, '/api/session', wrong),
      await post(relay.url, '/api/session', { ...wrong, user: 'nobody-here' }),
    ];
    expect([one.status, await one.text()]).toEqual([other.status, await other.text()]);
  });

  it('secrets that the relay makes have at least 122 random bits', async () => {
    const secrets = [
      sent.key,
      ...Object.values(cookies)
        .filter(Boolean)
        .map((it) => it.split('=')[1] ?? ''),
    ];
    for (const secret of secrets)
      expect(Buffer.from(secret, 'base64url').length * 8).toBeGreaterThanOrEqual(122);
    expect(new Set(secrets).size).toBe(secrets.length);
  });
});
