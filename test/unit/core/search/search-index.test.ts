import { searchIndex, type SearchText } from '@lotsa/core/search';
import { describe, expect, it } from 'vitest';

const text = (key: string, language: string, title: string, body = ''): SearchText => ({
  key,
  language,
  titles: [title],
  about: [],
  body,
});

const index = searchIndex(
  [
    text('sopor', 'sv', 'När hämtas mina sopor?', 'Sök på din adress på sidan Sophämtning.'),
    text('lampa', 'sv', 'Gatlampan är trasig', 'Ange stolpens nummer.'),
    text('fardtjanst', 'sv', 'Hur ansöker jag om färdtjänst?', 'På blankett.'),
    text('bibliotek', 'sv', 'När har biblioteket öppet?', 'Måndag till fredag.'),
    text('bibliotek', 'fi', 'Milloin kirjasto on auki?', 'Maanantaista perjantaihin.'),
    text('jate', 'fi', 'Milloin jäteastia tyhjennetään?', 'Jätehuolto tyhjentää astiat viikoittain.'),
    text('maktaba', 'ar', 'متى تفتح المكتبة؟', 'من الاثنين إلى الجمعة'),
    text('rawda', 'ar', 'كيف أقدم طلباً للحصول على مكان في الروضة؟'),
  ],
  {
    sv: [
      ['sopor', 'avfall'],
      ['trasig', 'lyser inte'],
    ],
  },
);
const first = (question: string, language = 'sv'): string | undefined =>
  index.search(question, language, 3)[0]?.key;

describe('the search', () => {
  it.each([
    ['another form of the word', 'soporna', 'sopor'],
    ['a compound for its parts', 'sophämtningsdag', 'sopor'],
    ['parts for a compound', 'lampa på gatan', 'lampa'],
    ['a compound that is written apart', 'färd tjänst', 'fardtjanst'],
    ['words without å, ä and ö', 'fardtjanst', 'fardtjanst'],
    ['a slip of the keyboard', 'biblotek', 'bibliotek'],
    ['two letters that changed places', 'bibliotket', 'bibliotek'],
    ['the beginning of a word that is being typed', 'bibl', 'bibliotek'],
    ['a synonym of the editors', 'avfall', 'sopor'],
    ['a synonym of several words', 'den lyser inte', 'lampa'],
    ['small talk around the question', 'Hej! Jag undrar när ni egentligen hämtar soporna, tack', 'sopor'],
  ])('understands %s', (_what, question, key) => {
    expect(first(question)).toBe(key);
  });

  it('compares Arabic without vowel signs, article, and the ways to write one letter', () => {
    expect(first('مَكْتَبَة', 'ar')).toBe('maktaba');
    expect(first('مكتبه', 'ar')).toBe('maktaba');
    expect(first('روضة أطفال', 'ar')).toBe('rawda');
  });

  it('knows Finnish cases and compounds', () => {
    expect(first('kirjastossa', 'fi')).toBe('bibliotek');
    expect(first('jateastian tyhjennys', 'fi')).toBe('jate');
  });

  it('finds another language than the reader’s, behind the reader’s own', () => {
    expect(first('kirjasto', 'sv')).toBe('bibliotek');
    expect(first('öppet bibliotek', 'en')).toBe('bibliotek');
  });

  it.each(['', '   ', '?!', 'och att som', 'xyzzy', '😀', '\u0000', `${'a'.repeat(50)} ${'b '.repeat(50)}`])(
    'finds nothing for %j, and does not fail',
    (question) => {
      expect(index.search(question, 'sv', 3)).toEqual([]);
    },
  );

  it('gives each thing once, at most as many as asked for, best first', () => {
    const found = index.search('sopor lampa bibliotek färdtjänst', 'sv', 3);
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ key }) => key)).size).toBe(3);
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });
});
