import { describe, expect, it } from 'vitest';
import { fromLoader } from '../../../apps/widget/panel/from-loader.ts';

const opened = {
  lotsa: 'opened',
  page: 'https://www.ekhamra.example/bygglov',
  lang: 'sv-SE',
  topic: 'bygglov',
  department: 'SBF',
};

describe('[G2] what the loader says', () => {
  it('is taken when it has the shape of the protocol', () => {
    expect(fromLoader(opened)).toEqual(opened);
    expect(fromLoader({ ...opened, lotsa: 'changed', facts: {} })).toEqual({ ...opened, lotsa: 'changed' });
    expect(fromLoader({ lotsa: 'hidden', page: 'x' })).toEqual({ lotsa: 'hidden' });
  });

  it.each([null, 'opened', 7, [], {}, { lotsa: 'ready' }, { lotsa: ['opened'] }])(
    'is nothing when it is %j',
    (data) => {
      expect(fromLoader(data)).toBeNull();
    },
  );

  it.each([
    ['page', 'javascript:alert(1)'],
    ['page', 'https://www.ekhamra.example/?personnummer=1'],
    ['page', `https://www.ekhamra.example/${'a'.repeat(1_000)}`],
    ['page', 'null/bygglov'],
    ['lang', ''],
    ['lang', 'not a language'],
    ['topic', '../admin'],
    ['department', undefined],
    ['department', 5],
  ])('loses its %s when that is %j', (field, value) => {
    expect(fromLoader({ ...opened, [field]: value })).toEqual({ ...opened, [field]: null });
  });
});
