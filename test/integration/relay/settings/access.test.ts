import { type SettingsKind, settingsRequests } from '@lotsa/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import ekhamra from '../../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../../apps/relay/seed/municipality.ts';
import { completeStaff, staffOf, tableOf } from '../../../support/access-table.ts';
import type { StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

let relay: TestRelay;
let wires: Map<string, StaffWire>;
beforeAll(async () => {
  relay = await TestRelay.start();
  await completeStaff(relay);
  wires = await staffOf(relay);
});
afterAll(() => relay.close());

it('[P6] settings are seen and changed by whom the table names, and by nobody else', async () => {
  const file = readMunicipality(ekhamra);
  const [site] = file.sites;
  const [department] = file.departments;
  const agreement = { id: 'walk', departmentId: 'SBF', topicId: null, userIds: [], replyWorkdays: 2 };
  const words = { sv: 'Prov' };
  const items: Record<SettingsKind, object> = {
    sites: { ...site },
    // As it was set when the relay started.
    hours: { id: 'ekhamra', hours: site?.hours, openOverride: { state: 'open', until: null } },
    departments: { ...department },
    departmentHours: { id: 'SBF', hours: null },
    topics: { id: 'walk', name: words, departmentId: null, retired: false },
    agreements: { ...agreement, checklist: [], reviewOn: null },
    users: { ...file.users[0], id: 'walk' },
    cannedResponses: { id: 'walk', shortcut: 'walk', text: words },
    banners: {
      id: 'walk',
      siteId: null,
      severity: 'info',
      text: words,
      links: [],
      from: null,
      until: null,
      active: false,
    },
    retentionRules: {
      id: 'walk',
      name: 'Prov',
      record: 'conversation',
      recordClass: 'none',
      kinds: [],
      action: 'preserve',
      after: null,
      decision: null,
      inForce: false,
      visitorMayErase: false,
    },
  };
  const put = (kind: SettingsKind, item: object) => ({ kind, item, revision: null });
  const { columns, rows } = tableOf('Settings');
  const asked: [row: string, payload: object][] = [
    ...Object.keys(items).map((kind): [string, object] => [`settings:list ${kind}`, { kind }]),
    ...Object.entries(items).map(([kind, item]): [string, object] => [
      `settings:put ${kind}`,
      put(kind as SettingsKind, item),
    ]),
    [
      'settings:put agreements of another department',
      put('agreements', { ...items.agreements, id: 'other', departmentId: 'UBF' }),
    ],
    ['settings:remove banners', { kind: 'banners', id: 'none', revision: '' }],
    ['user:invite', { userId: 'agent-05' }],
    ['canned:used', { id: 'c01' }],
  ];
  expect(asked.map(([row]) => row)).toEqual([...rows.keys()]);
  expect([...new Set(asked.map(([row]) => row.split(' ')[0]))]).toEqual(Object.keys(settingsRequests));
  for (const [row, payload] of asked) {
    const answers: string[] = [];
    for (const column of columns) {
      const answer = await wires.get(column)!.answer(row.split(' ')[0] as 'settings:list', payload as never);
      answers.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect([row, answers]).toEqual([row, rows.get(row)]);
  }
});
