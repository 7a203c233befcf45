import './dom.ts';
import { act, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { createI18n, directionOf, plural, type Catalogue } from '@lotsa/ui';

const files = plural('ar');
const sv = { send: 'Skicka', files: (p: { n: number }) => `${p.n} filer` };
const en: Catalogue<typeof sv> = { send: 'Send', files: (p) => `${p.n} files` };
const ar: Catalogue<typeof sv> = {
  send: 'إرسال',
  files: (p) =>
    files(p.n, {
      zero: 'لا ملفات',
      one: 'ملف واحد',
      two: 'ملفان',
      few: `${p.n} ملفات`,
      many: `${p.n} ملفًا`,
      other: `${p.n} ملف`,
    }),
};

type Lang = 'sv' | 'en' | 'ar';
const create = (load: Partial<Record<Lang, () => Promise<Catalogue<typeof sv>>>> = {}) =>
  createI18n<typeof sv, Lang>({
    lang: 'sv',
    messages: sv,
    load: { sv: async () => sv, en: async () => en, ar: async () => ar, ...load },
  });

beforeEach(() => {
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('lang');
});

describe('createI18n', () => {
  it('starts with the language at hand and says so on the page', () => {
    const i18n = create();
    expect(i18n.t.files({ n: 2 })).toBe('2 filer');
    expect(document.documentElement.lang).toBe('sv');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('[G4] turns the page with a right-to-left language, and every component with it', async () => {
    const i18n = create();
    const Label = () => <p>{i18n.t.send}</p>;
    render(<Label />);
    await act(() => i18n.use('ar'));
    expect(screen.getByText('إرسال')).toBeTruthy();
    expect(document.documentElement.dir).toBe('rtl');
    expect(i18n.dir).toBe('rtl');
    expect(i18n.formats.number(1234.5)).toMatch(/1.?234/);
  });

  it('keeps the last language asked for, whichever comes first', async () => {
    let arrive: (arrived: typeof en) => void = () => {};
    const i18n = create({ en: () => new Promise((resolve) => (arrive = resolve)) });
    const late = i18n.use('en');
    await i18n.use('ar');
    arrive(en);
    await late;
    expect(i18n.lang).toBe('ar');
    expect(document.documentElement.lang).toBe('ar');
  });

  it('keeps its language when another cannot be fetched', async () => {
    const i18n = create({ en: () => Promise.reject(new Error('offline')) });
    await expect(i18n.use('en')).rejects.toThrow('offline');
    expect(i18n.t.send).toBe('Skicka');
  });

  it('refuses a catalogue that lacks or invents a text', () => {
    // @ts-expect-error a text is missing
    const missing: Catalogue<typeof sv> = { send: 'Send' };
    // @ts-expect-error the value is called n
    const renamed: Catalogue<typeof sv> = { send: 'Send', files: (p: { count: number }) => String(p.count) };
    expect([missing, renamed]).toHaveLength(2);
  });
});

describe('plural', () => {
  it.each([
    [0, 'لا ملفات'],
    [1, 'ملف واحد'],
    [2, 'ملفان'],
    [3, '3 ملفات'],
    [11, '11 ملفًا'],
    [100, '100 ملف'],
  ])('has the six forms of Arabic: %i', (n, text) => expect(ar.files({ n })).toBe(text));

  it('says none in a language that has no form for it', () => {
    const some = (n: number) => plural('sv')(n, { zero: 'inga', one: 'en', other: 'flera' });
    expect([0, 1, 2].map(some)).toEqual(['inga', 'en', 'flera']);
  });

  it('falls back to other', () => expect(plural('sv')(1, { other: 'x' })).toBe('x'));
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-SY', 'rtl'],
    ['fa', 'rtl'],
    ['ckb', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['az-Latn', 'ltr'],
    ['sv-x-latt', 'ltr'],
  ])('%s is %s', (lang, dir) => expect(directionOf(lang)).toBe(dir));
});
