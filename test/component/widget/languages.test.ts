import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '../../../apps/widget/languages/index.ts';
import { eventText } from '../../../apps/widget/panel/event-text.ts';
import { offerText } from '../../../apps/widget/panel/offer-text.ts';
import { directionOf } from '../../../packages/ui/i18n/direction.ts';
import { createFormats } from '../../../packages/ui/i18n/formats.ts';

describe('languages', () => {
  it('are found by what browsers and pages call them', () => {
    expect(['sv-SE', 'EN', 'ar-IQ', 'fr', '', null, undefined].map(languageOf)).toEqual([
      'sv',
      'en',
      'ar',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(Object.keys(languages))('%s has every text', async (language) => {
    const { messages: reference } = await languages['sv']!();
    const { messages: texts } = await languages[language]!();
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(reference).toSorted());
    expect(Object.values(texts).filter((text) => text === '')).toEqual([]);
  });

  it.each(Object.keys(languages))('%s is written as its script is', async (language) => {
    expect((await languages[language]!()).direction).toBe(directionOf(language));
  });
});

describe('[R4] what is offered, in words', async () => {
  const { messages: t } = await languages['sv']!();
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

describe('[H3] what happens, in words', async () => {
  const { messages: t } = await languages['sv']!();
  it('names the specialist and the department', () => {
    const event = { type: 'specialistJoined', name: 'Handläggare SBF', departmentId: 'SBF' } as const;
    expect(eventText(event, t, (id) => `förvaltningen ${id}`, String)).toBe(
      'Handläggare SBF från förvaltningen SBF är nu med i chatten',
    );
  });
});
