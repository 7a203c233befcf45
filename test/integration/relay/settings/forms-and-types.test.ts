import type { SettingsEntry, SettingsItem, SettingsKind } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

let relay: TestRelay;
let admin: StaffWire;
beforeEach(async () => {
  relay = await TestRelay.start();
  admin = await relay.staff('administrator-1');
});
afterEach(() => relay.close());

async function entryOf<Kind extends SettingsKind>(kind: Kind, id: string): Promise<SettingsEntry<Kind>> {
  const { entries } = await admin.ask('settings:list', { kind });
  const entry = entries.find(({ item }) => item.id === id);
  if (!entry) throw new Error(`no ${kind} ${id}`);
  return entry as SettingsEntry<Kind>;
}
const put = <Kind extends SettingsKind>(kind: Kind, item: SettingsItem<Kind>, revision: string | null) =>
  admin.answer('settings:put', { kind, item: { ...item }, revision });
const remove = (kind: 'forms' | 'caseTypes' | 'caseTemplates', id: string, revision: string) =>
  admin.answer('settings:remove', { kind, id, revision });
const page = async (form: string) => (await fetch(`${relay.url}/form/ekhamra/${form}?lang=sv`)).text();

describe('forms', () => {
  it('are changed for visitors at once, by whoever saw the last change only', async () => {
    const { item, revision } = await entryOf('forms', 'felanmalan');
    const [first, ...rest] = item.fields;
    const fields = [{ ...first!, label: { sv: 'Var är felet?' } }, ...rest];
    expect(await put('forms', { ...item, fields }, revision)).toMatchObject({ ok: true });
    expect(await page('felanmalan')).toContain('Var är felet?');
    expect(await put('forms', { ...item, title: { sv: 'Annat' } }, revision)).toMatchObject({
      error: { code: 'changed_meanwhile', data: { name: expect.stringMatching(/./) as string } },
    });
  });

  it('lose what is taken out of them: their introduction, and the days of the answer', async () => {
    const { item, revision } = await entryOf('forms', 'felanmalan');
    const saved = await put(
      'forms',
      { ...item, intro: { sv: 'Inledning som försvinner' }, replyWorkdays: 9 },
      revision,
    );
    if (!saved.ok) throw new Error('not saved');
    expect(await page('felanmalan')).toContain('Inledning som försvinner');
    const { intro: _intro, replyWorkdays: _days, ...bare } = item;
    expect(await put('forms', bare, saved.value.entry.revision)).toMatchObject({ ok: true });
    expect(await page('felanmalan')).not.toContain('Inledning som försvinner');
    expect((await relay.storage.get('forms', 'felanmalan'))?.replyWorkdays).toBeNull();
  });

  it('are shown as visitors would meet them before anything is saved', async () => {
    const { item } = await entryOf('forms', 'felanmalan');
    const form = { ...item, title: { ...item.title, ar: 'عنوان جديد' } };
    const { html } = await admin.ask('form:preview', { form, language: 'ar' });
    expect(html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(html).toContain('عنوان جديد');
    expect(await page('felanmalan')).not.toContain('عنوان جديد');
    expect(
      await admin.answer('form:preview', { form: { ...form, siteId: 'other' }, language: 'sv' }),
    ).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'siteId', rule: 'unknown' } },
    });
  });

  it('leave every site one for questions: it is neither removed nor made into another', async () => {
    const { item, revision } = await entryOf('forms', 'kontakt');
    expect(await remove('forms', 'kontakt', revision)).toMatchObject({
      error: { code: 'in_use', data: { kind: 'sites', id: 'ekhamra' } },
    });
    expect(await put('forms', { ...item, kind: 'complaint' }, revision)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'kind', rule: 'contact_form' } },
    });
    const other = await entryOf('forms', 'synpunkt');
    expect(await remove('forms', 'synpunkt', other.revision)).toMatchObject({ ok: true });
    expect((await fetch(`${relay.url}/form/ekhamra/synpunkt`)).status).toBe(404);
  });
});

describe('types of case', () => {
  it('are listed with those that every municipality has; one of those can be changed, and be as it was again', async () => {
    const { item, revision } = await entryOf('caseTypes', 'faultReport');
    const mine = await put('caseTypes', { ...item, replyWorkdays: 3 }, revision);
    expect(mine).toMatchObject({ ok: true });
    expect((await admin.ask('cases:settings', {})).types).toContainEqual({ ...item, replyWorkdays: 3 });
    expect(await put('caseTypes', { ...item, front: true }, revision)).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
    const again = await entryOf('caseTypes', 'faultReport');
    expect(await remove('caseTypes', 'faultReport', again.revision)).toMatchObject({ ok: true });
    expect((await entryOf('caseTypes', 'faultReport')).item).toEqual(item);
  });

  it('stay while a form or a template names them, come to an end, and ask nobody who it is where that is not to be asked', async () => {
    const type = {
      id: 'egen',
      name: { sv: 'Egen' },
      statuses: ['inProgress' as const],
      front: false,
      anonymous: false,
    };
    expect(await put('caseTypes', type, null)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'statuses', rule: 'no_end' } },
    });
    const saved = await put('caseTypes', { ...type, statuses: ['inProgress', 'done'] }, null);
    if (!saved.ok) throw new Error('not saved');
    const template = {
      id: 'mall',
      name: { sv: 'Mall' },
      typeIds: ['egen'],
      status: null,
      text: { sv: 'Hej' },
    };
    const made = await put('caseTemplates', template, null);
    if (!made.ok) throw new Error('not saved');
    const { revision } = saved.value.entry;
    expect(await remove('caseTypes', 'egen', revision)).toMatchObject({
      error: { code: 'in_use', data: { kind: 'caseTemplates', id: 'mall' } },
    });
    expect(await remove('caseTemplates', 'mall', made.value.entry.revision)).toMatchObject({ ok: true });
    expect(await remove('caseTypes', 'egen', revision)).toMatchObject({ ok: true });
    const question = await entryOf('caseTypes', 'question');
    expect(await put('caseTypes', { ...question.item, anonymous: true }, question.revision)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'anonymous', rule: 'asks_who' } },
    });
  });
});
