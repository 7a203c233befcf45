import { describe, expect, it } from 'vitest';
import ekhamra from '../../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../../apps/relay/seed/municipality.ts';

/** Ekhamra's file with something changed in it. */
function changed(change: (file: typeof ekhamra) => void): unknown {
  const file = structuredClone(ekhamra);
  change(file);
  return file;
}

describe('a municipality’s file', () => {
  it('is read', () => {
    expect(readMunicipality(ekhamra).sites[0]?.id).toBe('ekhamra');
  });

  it('is refused at the first field that does not fit', () => {
    const file = changed((it) => (it.sites[0]!.hours.weekly.mon[0]![1] = '25:00'));
    expect(() => readMunicipality(file)).toThrow(/^sites\.0\.hours\.weekly\.mon\.0\.1: /);
  });

  it.each([
    [
      'site',
      (file: typeof ekhamra) => (file.sites[0]!.defaultTopicId = 'borta'),
      'sites.0.defaultTopicId: unknown',
    ],
    [
      'topic',
      (file: typeof ekhamra) => (file.topics[0]!.departmentId = 'XXX'),
      'topics.0.departmentId: unknown',
    ],
    [
      'user',
      (file: typeof ekhamra) => file.users[0]!.departmentIds.push('XXX'),
      'users.0.departmentIds.0: unknown',
    ],
    [
      'guide',
      (file: typeof ekhamra) => (file.guides[0]!.departmentId = 'XXX'),
      'guides.0.departmentId: unknown',
    ],
    [
      'question',
      (file: typeof ekhamra) => (file.questions[5]!.guideId = 'g99'),
      'questions.5.guideId: unknown',
    ],
  ])('is refused when a %s names what is not in it', (_what, change, message) => {
    expect(() => readMunicipality(changed(change))).toThrow(message);
  });
});

describe('Ekhamra', () => {
  const { sites, topics, questions, cannedResponses, users } = readMunicipality(ekhamra);

  it('speaks three languages wherever a visitor reads it', () => {
    for (const name of [
      ...sites.map((it) => it.name),
      ...topics.map((it) => it.name),
      ...cannedResponses.map((it) => it.text),
    ]) {
      expect(Object.keys(name)).toEqual(expect.arrayContaining(['ar', 'en', 'sv']));
    }
  });

  it('asks each question under a topic of its own department', () => {
    const departmentOf = new Map(topics.map(({ id, departmentId }) => [id, departmentId]));
    expect(
      questions.filter(({ topicId, departmentId }) => departmentOf.get(topicId) !== departmentId),
    ).toEqual([]);
  });

  it('puts specialists in departments and agents in none', () => {
    for (const { role, departmentIds, skills } of users) {
      if (role === 'coordinator') continue;
      expect(departmentIds).toEqual(role === 'specialist' ? skills : []);
    }
  });

  it('writes shortcuts without the slash that opens them', () => {
    expect(cannedResponses.map(({ shortcut }) => shortcut)).toEqual(
      cannedResponses.map(({ shortcut }) => shortcut.replace(/^\//, '')),
    );
  });
});
