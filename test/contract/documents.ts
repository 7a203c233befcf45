import type { UserDoc } from '@lotsa/storage';
import { expect, it } from 'vitest';
import { newId, NOON, session } from './samples.ts';
import type { Current } from './storage-contract.ts';

function user(over: Partial<UserDoc> = {}): UserDoc {
  return {
    id: newId(),
    name: 'Amina',
    role: 'agent',
    departmentIds: ['gata', 'vatten'],
    languages: ['sv'],
    skills: [],
    capacity: 3,
    email: '',
    active: true,
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    availability: 'away',
    availabilityReason: null,
    missedOffers: 0,
    presentUntil: 0,
    ...over,
  };
}

const BANNER = {
  siteId: null,
  severity: 'info' as const,
  text: { sv: 'Vattnet är avstängt.' },
  links: [],
  from: null,
  until: null,
  active: true,
};

/** Single documents. */
export function documents(store: Current): void {
  it('removes one document, when it is still what it was known as, and once', async () => {
    const { storage } = store();
    const [kept, gone] = [newId(), newId()];
    const banner = (id: string) => ({ ...BANNER, id });
    await storage.insert('banners', [banner(kept), banner(gone)]);
    expect(await storage.removeOne('banners', gone, { severity: 'critical' })).toBe(false);
    expect(await storage.get('banners', gone)).toEqual(banner(gone));
    expect(await storage.removeOne('banners', gone, { severity: 'info' })).toBe(true);
    expect(await storage.removeOne('banners', gone, { severity: 'info' })).toBe(false);
    expect(await storage.get('banners', gone)).toBeUndefined();
    expect(await storage.get('banners', kept)).toEqual(banner(kept));
  });

  it('inserts what is new and leaves what exists, also within one call', async () => {
    const { storage } = store();
    const [one, two] = [user(), user()];
    expect(await storage.insert('users', [one])).toBe(1);
    expect(await storage.insert('users', [{ ...one, name: 'Annan' }, two, { ...two, name: 'Annan' }])).toBe(
      1,
    );
    expect(await storage.get('users', one.id)).toEqual(one);
    expect(await storage.get('users', two.id)).toEqual(two);
    expect(await storage.insert('users', [])).toBe(0);
  });

  it('puts a document, whether it exists or not', async () => {
    const { storage } = store();
    const one = user();
    await storage.put('users', one);
    expect(await storage.get('users', one.id)).toEqual(one);
    await storage.put('users', { ...one, skills: ['bygglov'] });
    expect(await storage.get('users', one.id)).toEqual({ ...one, skills: ['bygglov'] });
  });

  it('gives undefined for a document that is not there', async () => {
    expect(await store().storage.get('users', newId())).toBeUndefined();
  });

  it('updates the given fields of a document that meets the condition', async () => {
    const { storage } = store();
    const one = user();
    await storage.insert('users', [one]);
    const busy = { ...one, availability: 'busy', capacity: 5 } as const;
    expect(await storage.update('users', one.id, { availability: 'busy', capacity: 5 })).toEqual(busy);
    expect(await storage.update('users', one.id, { capacity: 9 }, { availability: 'away' })).toBeUndefined();
    expect(
      await storage.update('users', one.id, { capacity: 9 }, { availability: 'busy', capacity: 4 }),
    ).toBeUndefined();
    expect(await storage.get('users', one.id)).toEqual(busy);
    expect(
      await storage.update('users', one.id, { capacity: 9 }, { departmentIds: ['gata'] }),
    ).toBeUndefined();
    const condition = { departmentIds: ['gata', 'vatten'], capacity: 5 };
    expect(await storage.update('users', one.id, { departmentIds: [] }, condition)).toEqual({
      ...busy,
      departmentIds: [],
    });
    expect(await storage.update('users', newId(), { capacity: 1 })).toBeUndefined();
  });

  it('meets a condition on null, and sets null', async () => {
    const { storage } = store();
    const rating = {
      id: newId(),
      siteId: 'ekhamra',
      at: NOON,
      scores: { nojd: 4 },
      comment: null,
      commented: 0 as const,
    };
    await storage.insert('ratings', [rating]);
    expect(await storage.update('ratings', rating.id, { comment: 'Bra' }, { comment: null })).toMatchObject({
      comment: 'Bra',
    });
    expect(await storage.update('ratings', rating.id, { comment: 'Nej' }, { comment: null })).toBeUndefined();
    expect(await storage.update('ratings', rating.id, { comment: null })).toEqual(rating);
  });

  it('finds a document by the value that an update gave it', async () => {
    const { storage } = store();
    const one = session({ subjectId: newId() });
    await storage.insert('sessions', [one]);
    const subjectId = newId();
    await storage.update('sessions', one.id, { subjectId });
    const by = (value: string) =>
      storage.count('sessions', {
        index: 'bySubject',
        equals: { kind: 'staff', subjectId: value },
        limit: 9,
      });
    expect([await by(one.subjectId), await by(subjectId)]).toEqual([0, 1]);
  });

  it('removes up to the limit of what a query meets, and nothing else', async () => {
    const { storage } = store();
    const subjectId = newId();
    const docs = Array.from({ length: 7 }, (_, i) => session({ subjectId, kind: 'visitor', expiresAt: i }));
    const other = session({ subjectId });
    await storage.insert('sessions', [...docs, other]);
    const query = { index: 'bySubject', equals: { kind: 'visitor', subjectId } } as const;
    expect(await storage.remove('sessions', { ...query, limit: 5 })).toBe(5);
    expect(await storage.count('sessions', { ...query, limit: 100 })).toBe(2);
    expect(await storage.remove('sessions', { ...query, limit: 5 })).toBe(2);
    expect(await storage.remove('sessions', { ...query, limit: 5 })).toBe(0);
    expect(await storage.get('sessions', other.id)).toEqual(other);
  });

  it('removes the first in the order of the query', async () => {
    const { storage } = store();
    const mine = [5, 1, 3].map((n) => session({ expiresAt: -1_000 - n }));
    await storage.insert('sessions', mine);
    const range = { field: 'expiresAt', lt: -1_000 } as const;
    expect(await storage.remove('sessions', { index: 'byExpiry', range, limit: 2 })).toBe(2);
    const left = await storage.find('sessions', { index: 'byExpiry', range, limit: 9 });
    expect(left.docs).toEqual([mine[1]]);
  });

  it('neither keeps nor gives out what the caller may change afterwards', async () => {
    const { storage } = store();
    const one = user();
    const kept = structuredClone(one);
    const writing = storage.insert('users', [one]);
    one.departmentIds.push('changed at once');
    await writing;
    one.departmentIds.push('changed');
    (await storage.get('users', one.id))?.languages.push('changed');
    const set = { skills: ['bygglov'] };
    const updating = storage.update('users', one.id, set);
    set.skills.push('changed at once');
    (await updating)?.skills.push('changed');
    expect(await storage.get('users', one.id)).toEqual({ ...kept, skills: ['bygglov'] });
  });

  it('answers a round trip', async () => {
    await expect(store().storage.ping()).resolves.toBeUndefined();
  });
}
