import { expect, it } from 'vitest';
import { banner, type Started } from '../../../apps/relay/banner.ts';
import { readConfig } from '../../../apps/relay/config.ts';
import type { Demo } from '../../../apps/relay/seed/demo.ts';

const demo: Demo = {
  siteId: 'ekhamra',
  users: [
    { id: 'agent-01', role: 'agent' },
    { id: 'specialist-ubf', role: 'specialist' },
    { id: 'agent-02', role: 'agent' },
  ],
  password: { from: 'made', text: 'abcd-efgh-jkmn-pqrs' },
};

function said(change: Partial<Started> = {}): string {
  return banner({
    config: readConfig({}),
    address: 'http://127.0.0.1:8080',
    demo,
    setupToken: undefined,
    hasSite: true,
    ...change,
  });
}

it('tells where things are and how to sign in', () => {
  const text = said();
  for (const path of ['/demo/', '/chat/ekhamra', '/console/']) {
    expect(text).toContain(`http://127.0.0.1:8080${path}\n`);
  }
  expect(text).toMatch(/agent {7}agent-01, agent-02\n/);
  expect(text).toMatch(/specialist {2}specialist-ubf\n/);
  expect(text).toContain('abcd-efgh-jkmn-pqrs');
  expect(text).toContain('open at any hour');
});

it('never shows a password that was set, and says how to get on without the one that was shown', () => {
  const config = readConfig({ DEMO_PASSWORD: 'satt av driften' });
  const set = said({ config, demo: { ...demo, password: { from: 'setting' } } });
  expect(set).toContain('DEMO_PASSWORD');
  expect(set).not.toContain('satt av driften');
  expect(said({ demo: { ...demo, password: { from: 'earlier' } } })).toMatch(/first start.*DEMO_PASSWORD/);
});

it('says which hours the chat keeps', () => {
  expect(said({ config: readConfig({ DEMO: 'hours' }) })).toContain('keeps the opening hours of Ekhamra');
});

it('gives the first administrator’s link, and is honest about an empty store', () => {
  const config = readConfig({ DEMO: '0' });
  const text = said({ config, demo: undefined, setupToken: 'TOKEN', hasSite: false });
  expect(text).toContain('http://127.0.0.1:8080/console/setup#token=TOKEN\n');
  expect(text).toContain('no site');
  expect(text).not.toContain('/demo/');
});

it('says when the demo was asked for and the store holds something else', () => {
  expect(said({ demo: undefined })).toContain('DEMO=0');
  expect(said({ demo: undefined, config: readConfig({ DEMO: '0' }) })).not.toContain('DEMO=0');
});

it('says that no mail leaves without a mail server', () => {
  const config = readConfig({ SMTP_URL: 'smtp://user:hemligt@mail.example.se' });
  expect(said({ config })).not.toMatch(/SMTP_URL|hemligt/);
  expect(said({ config: readConfig({}) })).toContain('No mail is sent without SMTP_URL');
});
