import { memoryStore, type ShownStaffMessage, type StaffState } from '@lotsa/client';
import type { Answer, Me } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignOptions } from '../../../apps/console/assigning/assign-options.ts';
import { freePlaces } from '../../../apps/console/board/board-agents.tsx';
import { readersOf, whisperTo } from '../../../apps/console/composer/readers.ts';
import { openedIn, type Split } from '../../../apps/console/conversation/split.ts';
import { createConsoleI18n } from '../../../apps/console/locales/index.ts';
import { createLastContact } from '../../../apps/console/registering/last-contact.ts';
import { topicOptions } from '../../../apps/console/registering/topic-options.ts';
import { adminAddress, placeOf } from '../../../apps/console/routing/route.ts';
import { handOver } from '../../../apps/console/shift/hand-over.ts';
import { anna, claimed, handoff, mia, sara } from '../../support/histories.ts';

const i18n = createConsoleI18n();

describe('two conversations beside each other', () => {
  it('the free place is filled first, then the one that is worked in gives way', () => {
    const one: Split = { places: ['a', null], current: 'a' };
    const two = openedIn(one, 'b');
    expect(two).toEqual({ places: ['a', 'b'], current: 'b' });
    expect(openedIn(two, 'c')).toEqual({ places: ['a', 'c'], current: 'c' });
    expect(openedIn(openedIn(two, 'a'), 'c')).toEqual({ places: ['c', 'b'], current: 'c' });
  });

  it('what is opened is always there, once, and is the current one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (opened) => {
        let split: Split = { places: ['a', null], current: 'a' };
        for (const id of opened) {
          split = openedIn(split, id);
          expect(split.current).toBe(id);
          expect(split.places.filter((place) => place === id)).toEqual([id]);
        }
      }),
    );
  });
});

describe('registering a contact', () => {
  const chosen = { channel: 'visit', outcome: 'guided', language: 'ar', siteId: 'ekhamra' } as const;

  it('remembers what was chosen, the last topics first and each once; nonsense is as nothing', () => {
    const store = memoryStore();
    const last = createLastContact(store);
    expect(last.read()).toMatchObject({ channel: 'phone', outcome: 'answered', topicIds: [] });
    for (const topicId of ['one', 'two', 'one', 'three']) last.remember({ ...chosen, topicId });
    expect(createLastContact(store).read()).toEqual({ ...chosen, topicIds: ['three', 'one', 'two'] });
    for (const nonsense of ['{', 'null', '{"channel":"fax","topicIds":[7]}']) {
      store.set('lastContact', nonsense);
      expect(last.read()).toMatchObject({ channel: 'phone', topicIds: [] });
    }
  });

  it('offers the topics that were used last before all others, each once', () => {
    const topic = (id: string, sv: string) => ({ id, name: { sv }, departmentId: null });
    const directory = {
      topics: [topic('b', 'Bygglov'), topic('a', 'Avfall'), topic('s', 'Skola')],
      departments: [],
    };
    const values = (recent: string[]) =>
      topicOptions(directory as never, recent, i18n).map(({ value }) => value);
    expect(values([])).toEqual(['a', 'b', 's']);
    expect(values(['s', 'gone'])).toEqual(['s', 'a', 'b']);
  });
});

describe('[R2] whom a conversation can be given to', () => {
  const colleague = (id: string, more: object = {}) => ({
    id,
    name: id,
    role: 'agent',
    departmentIds: [],
    languages: ['sv'],
    skills: [],
    availability: 'available',
    availabilityReason: null,
    present: true,
    ...more,
  });
  const owned = (id: string, ownerId: string): [string, object] => [id, { id, ownerId, open: 1 }];
  const state = {
    me: { role: 'manager' },
    colleagues: [
      colleague('lunch', { availability: 'away' }),
      colleague('full'),
      colleague('free', { languages: ['sv', 'ar'] }),
      colleague('gone', { present: false }),
      colleague('expert', { role: 'specialist' }),
      colleague('owner'),
    ],
    conversations: new Map([owned('1', 'full'), owned('2', 'full')]),
  } as unknown as StaffState;

  it('the centre’s who are there, who is available and has least first', () => {
    const options = assignOptions(state, ['owner'], i18n);
    expect(options.map(({ value }) => value)).toEqual(['free', 'full', 'lunch']);
    expect(options.map(({ hint }) => hint)).toEqual([
      'Tillgänglig · inga frågor · Talar arabiska',
      'Tillgänglig · 2 frågor',
      'Borta · inga frågor',
    ]);
  });
});

describe('handing over at the end of the shift', () => {
  const ok: Answer<null> = { ok: true, value: null };
  const closed: Answer<null> = { ok: false, error: { code: 'conversation_closed', data: {} } };
  function desk(answers: Record<string, Answer<null>> = {}) {
    const asked: string[] = [];
    const answer = (what: string, id: string) => {
      asked.push(what);
      return Promise.resolve(answers[id] ?? ok);
    };
    return {
      asked,
      handOver: (userId: string | null) => {
        asked.push(`all to ${userId}`);
        return Promise.resolve({ ok: true as const, value: { moved: 2 } });
      },
      assign: (id: string, userId: string) => answer(`${id} to ${userId}`, id),
      release: (id: string) => answer(`${id} back`, id),
    };
  }

  it('all is one request; some are one each', async () => {
    const all = desk();
    expect(await handOver(all, ['a', 'b'], true, 'bo')).toEqual({ ok: true, value: { moved: 2 } });
    expect(all.asked).toEqual(['all to bo']);
    const some = desk();
    await handOver(some, ['a'], false, null);
    await handOver(some, ['b'], false, 'bo');
    expect(some.asked).toEqual(['a back', 'b to bo']);
  });

  it('one that was closed meanwhile does not keep the others', async () => {
    expect(await handOver(desk({ a: closed }), ['a', 'b'], false, 'bo')).toEqual({
      ok: true,
      value: { moved: 1 },
    });
    expect(await handOver(desk({ a: closed }), ['a'], false, 'bo')).toEqual(closed);
  });
});

describe('whom a note is for', () => {
  const history = claimed();
  history.do(anna, handoff('consult'));
  const manager = mia.user as unknown as Me;
  const note = { kind: 'note', author: { type: 'staff', id: 'bo', name: 'Bo' } } as ShownStaffMessage;

  it('the owner, who helps, and who wrote notes; never oneself, nor who has left', () => {
    const ids = (me: Me) => readersOf(me, history.is, [note]).map(({ id }) => id);
    expect(ids(manager)).toEqual(['anna', 'bo']);
    history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId });
    expect(ids(manager)).toEqual(['anna', 'sara', 'bo']);
    expect(ids(anna.user as unknown as Me)).toEqual(['sara', 'bo']);
    history.do(sara, { type: 'answerHandoff', handoffId: history.handoffId });
    expect(ids(manager)).toEqual(['anna', 'bo']);
  });

  it('a manager’s is a whisper to the owner, from the start', () => {
    expect(whisperTo(manager, history.is)).toBe('anna');
    expect(whisperTo(anna.user as unknown as Me, history.is)).toBeNull();
  });
});

it('free places are those of who is available, and never fewer than none', () => {
  const agent = (availability: 'available' | 'away', load: number) => ({
    id: 'a',
    name: 'A',
    availability,
    availabilityReason: null,
    load,
    capacity: 3,
  });
  expect(freePlaces([agent('available', 1), agent('available', 5), agent('away', 0)])).toBe(2);
});

it('sections of the administration, and what is in them, have addresses', () => {
  expect(placeOf('/console/admin', '')).toEqual({ name: 'admin', section: null, item: null });
  expect(placeOf('/console/admin/sites', '')).toEqual({ name: 'admin', section: 'sites', item: null });
  expect(placeOf(adminAddress('sites', 'ekhamra'), '')).toEqual({
    name: 'admin',
    section: 'sites',
    item: 'ekhamra',
  });
});
it('the board has an address', () => expect(placeOf('/console/board', '')).toEqual({ name: 'board' }));
