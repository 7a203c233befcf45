import { caseTypes } from '@lotsa/core';
import { PaperName, type RetentionRule } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../../../apps/relay/papers/facts.ts';
import { markdownOf } from '../../../../apps/relay/papers/markdown.ts';
import { makePaper } from '../../../../apps/relay/papers/papers.ts';
import { readMunicipality } from '../../../../apps/relay/seed/municipality.ts';
import ekhamra from '../../../../apps/relay/seed/ekhamra.json' with { type: 'json' };

const file = readMunicipality(ekhamra);
const rule: RetentionRule = {
  id: 'chat-general',
  name: 'Chatt | <b>allmän</b>',
  record: 'conversation',
  recordClass: 'minor',
  kinds: [],
  action: 'erase',
  after: { amount: 60, unit: 'days' },
  decision: 'KS 2026/1 § 2',
  inForce: true,
  visitorMayErase: false,
};
const bare: PaperFacts = {
  at: Date.parse('2026-11-22T10:00:00Z'),
  publicUrl: 'http://127.0.0.1:8080',
  https: false,
  demo: false,
  sites: file.sites,
  departments: file.departments,
  caseTypes: caseTypes([]),
  rules: [rule],
  forms: ['Felanmälan'],
  roles: [['agent', 6]],
  twoStepRoles: [],
  sso: null,
  encrypted: false,
  storage: { kind: 'embedded', dataDir: '/srv/lotsa' },
  filesDir: '/srv/lotsa/files',
  scans: false,
  severalRelays: false,
  mailServer: null,
  holds: 2,
};
const full: PaperFacts = {
  ...bare,
  publicUrl: 'https://chat.example.se',
  https: true,
  twoStepRoles: ['administrator'],
  sso: { name: 'Ekhamra', host: 'login.example.se' },
  encrypted: true,
  storage: { kind: 'mongodb' },
  scans: true,
  severalRelays: true,
  mailServer: 'mail.example.se',
};
const write = (name: PaperName, facts: PaperFacts, language: 'sv' | 'en' = 'en') =>
  markdownOf(makePaper(name, facts, language));

describe('papers made of the settings', () => {
  it('the record of processing tells what is on, and what is not', () => {
    expect(write('record', bare)).toContain('What is written is not encrypted in the database');
    expect(write('record', bare)).toContain('No mail server is connected');
    const on = write('record', full);
    expect(on).toContain('AES-256-GCM');
    expect(on).toContain('Mail server: mail.example.se.');
    expect(on).toContain('Two steps are required at sign-in for: administrator.');
    expect(on).not.toContain('is not set');
  });
  it('the retention plan has each rule with its time and decision, and asks for those that are missing', () => {
    const decided = write('retention', bare);
    expect(decided).toContain('Erased after 60 days.');
    expect(decided).toContain('KS 2026/1 § 2');
    expect(decided).not.toContain('the competent board has to decide');
    const missing = write('retention', { ...bare, rules: [{ ...rule, decision: null, inForce: false }] });
    expect(missing).toContain('the competent board has to decide');
    expect(missing).toContain('nothing is erased');
  });
  it('backup and restore are of the storage that runs', () => {
    expect(write('backup', bare)).toContain('npm run restore -- COPY');
    expect(write('backup', bare)).toContain('/srv/lotsa/files');
    expect(write('backup', full)).toContain('mongodump');
    expect(write('backup', full)).toContain('ENCRYPTION\\_KEYS');
    expect(write('backup', full)).not.toContain('npm run restore');
  });
  it('the incident runbook is of the sign-in that is used', () => {
    expect(write('incident', full)).toContain('login.example.se');
    expect(write('incident', bare)).not.toContain('login.example.se');
    expect(write('incident', bare, 'sv')).toContain('72 timmar');
  });
  it('the privacy notice has the times that are in force', () => {
    expect(write('privacy', bare)).toContain('| Ordinary conversations | 60 days |');
    expect(write('privacy', { ...bare, rules: [{ ...rule, inForce: false }] })).toContain('not decided yet');
  });
  it.each(PaperName.options)(
    '%s says in both languages where a person must decide, and nothing in it is markup',
    (name) => {
      for (const facts of [bare, full]) {
        expect(write(name, facts, 'sv')).toContain('> **Avgör:');
        expect(write(name, facts, 'en')).toContain('> **Decide:');
        expect(write(name, facts)).not.toMatch(/(?<!\\)<b>/);
      }
    },
  );
});

it('a rule and a role are named in words, in the language of the paper', () => {
  const cases = { ...rule, record: 'case' as const, recordClass: null, kinds: ['complaint', 'gone'] };
  const facts = { ...bare, rules: [rule, cases] };
  const english = markdownOf(makePaper('retention', facts, 'en'));
  expect(english).toContain('| conversations, of little importance |');
  expect(english).toContain('| cases, complaint, gone |');
  expect(markdownOf(makePaper('record', facts, 'sv'))).toContain('samhällsvägledare (6)');
});
