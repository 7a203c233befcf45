import { describe, expect, it } from 'vitest';
import {
  languageOf,
  languageTags,
  nameOf,
  type LanguageFile,
  type Texts,
} from '../../../apps/widget/languages/index.ts';
import { eventText } from '../../../apps/widget/panel/event-text.ts';
import { offerText } from '../../../apps/widget/panel/offer-text.ts';
import type { Messages } from '../../../packages/ui/i18n/catalogue.ts';
import { directionOf } from '../../../packages/ui/i18n/direction.ts';
import { createFormats } from '../../../packages/ui/i18n/formats.ts';

const files = import.meta.glob<LanguageFile>('../../../apps/widget/languages/*.ts', { eager: true });
const fileOf = (tag: string): LanguageFile => files[`../../../apps/widget/languages/${tag}.ts`]!;
type Text = Messages[string];
/** Every text of a language, by group and key. */
const textsOf = (tag: string): [string, Text][] =>
  Object.entries<Messages>(fileOf(tag)).flatMap(([group, texts]) =>
    Object.entries(texts).map(([key, text]): [string, Text] => [`${group}.${key}`, text]),
  );

describe('languages', () => {
  it('are found by what browsers and pages call them', () => {
    expect(
      [
        'sv-SE',
        'EN',
        'ar-IQ',
        'fi-FI',
        'sv-x-easy',
        'sv-X-Easy',
        'fr',
        'constructor',
        '',
        null,
        undefined,
      ].map(languageOf),
    ).toEqual([
      'sv',
      'en',
      'ar',
      'fi',
      'sv-x-easy',
      'sv-x-easy',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(languageTags())('%s has every text', (language) => {
    const keys = (tag: string): string[] =>
      textsOf(tag)
        .map(([key]) => key)
        .toSorted();
    expect(keys(language)).toEqual(keys('sv'));
    expect(textsOf(language).filter(([, text]) => text === '')).toEqual([]);
  });

  it.each(languageTags())('%s is written as its script is', (language) => {
    expect(fileOf(language).messages.direction).toBe(directionOf(language));
  });
});

describe('what types cannot see of a language', () => {
  /** What a text says with each value named: `‹name›`. A number is a number, because texts choose by it. */
  const placeholders = (text: (values: never) => string): string[] => {
    const asked = new Set<string>();
    text(new Proxy({}, { get: (_, name) => (asked.add(String(name)), 7) }) as never);
    return [...asked].toSorted();
  };
  /** It needs no department to say who has left: that was said when the specialist came. */
  const LEFT_OUT: Record<string, Record<string, string[]>> = {
    'sv-x-easy': { 'talk.specialistLeft': ['name'] },
  };

  it.each(languageTags())('%s says every value that a text is given', (language) => {
    const own = new Map(textsOf(language));
    for (const [key, text] of textsOf('sv')) {
      const said = own.get(key);
      if (typeof text === 'string' || typeof said !== 'function') continue;
      expect([key, placeholders(said)]).toEqual([key, LEFT_OUT[language]?.[key] ?? placeholders(text)]);
    }
  });

  it.each(languageTags())('%s has a form for each plural that it tells apart', (language) => {
    const { newMessages } = fileOf(language).talk;
    const rules = new Intl.PluralRules(language);
    const forms = new Map<string, Set<string>>();
    // More new messages at once than these nobody has.
    for (let n = 1; n < 100; n++) {
      const form = newMessages({ n }).replace(String(n), '#');
      const category = rules.select(n);
      forms.set(category, (forms.get(category) ?? new Set()).add(form));
    }
    expect([...forms.values()].map((of) => of.size)).toEqual([...forms.values()].map(() => 1));
    expect(new Set([...forms.values()].flatMap((of) => [...of])).size).toBe(forms.size);
  });

  it.each([
    ['sv', 'Svenska'],
    ['en', 'English'],
    ['ar', 'العربية'],
    ['fi', 'Suomi'],
    ['sv-x-easy', 'Lätt svenska'],
  ])('%s calls itself %s', (tag, name) => {
    expect(nameOf(tag)).toBe(name);
  });

  it('writes times and days of easy Swedish as Swedish', () => {
    const now = Date.UTC(2026, 10, 20, 19, 0);
    const [easy, swedish] = ['sv-x-easy', 'sv'].map((tag) => createFormats(tag, { now: () => now }));
    for (const days of [0, 1, 3, 40, 400]) {
      const at = now + days * 86_400_000;
      expect(easy?.dayTime(at)).toBe(swedish?.dayTime(at));
    }
    expect(easy?.minutes(5, 10)).toBe('5–10 minuter');
  });
});

describe('[R4] what is offered, in words', () => {
  const t = { ...fileOf('sv').messages, ...fileOf('sv').talk } as Texts;
  const now = Date.UTC(2026, 10, 20, 19, 0);
  const formats = createFormats('sv', { now: () => now });
  const say = (offer: Partial<Parameters<typeof offerText>[0]>) =>
    offerText({ chat: false, reason: 'closed', closesAt: null, opensAt: null, ...offer }, t, formats);

  it('tells until when it is open, and when it opens', () => {
    expect(say({ chat: true, reason: 'open', closesAt: Date.UTC(2026, 10, 20, 16) })).toBe(
      'Öppet till 17:00',
    );
    expect(say({ opensAt: Date.UTC(2026, 10, 21, 9) })).toBe('Stängt. Öppnar i morgon 10:00');
    expect(say({ opensAt: Date.UTC(2026, 10, 23, 7) })).toBe('Stängt. Öppnar måndag 08:00');
  });

  it('does not promise what it does not know', () => {
    expect(say({ chat: true, reason: 'open' })).toBe('Öppet nu');
    expect(say({})).toBe('Stängt just nu');
    expect(say({ reason: 'noAgent', closesAt: now })).toBe('Ingen kan svara i chatten just nu');
  });
});

describe('[H3] what happens, in words', () => {
  const t = { ...fileOf('sv').messages, ...fileOf('sv').talk } as Texts;
  it('names the specialist and the department', () => {
    const event = { type: 'specialistJoined', name: 'Handläggare SBF', departmentId: 'SBF' } as const;
    expect(eventText(event, t, (id) => `förvaltningen ${id}`, { date: String })).toBe(
      'Handläggare SBF från förvaltningen SBF är nu med i chatten',
    );
  });
});
