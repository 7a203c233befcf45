import '../ui/dom.ts';
import { createFormats } from '@lotsa/ui';
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { AppContext, type App } from '../../../apps/console/app-context.ts';
import { PromiseBadge } from '../../../apps/console/lists/promise-badge.tsx';
import { shortDay } from '../../../apps/console/lists/short-day.ts';
import { sv } from '../../../apps/console/locales/sv.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const at = (date: string): number => Date.parse(`${date}T15:00:00Z`);

describe('a day where there is little room', () => {
  it.each([
    ['sv', '2026-11-21', 'i går'],
    ['sv', '2026-11-22', 'i dag'],
    ['sv', '2026-11-23', 'i morgon'],
    ['sv', '2026-11-25', '25 nov.'],
    ['en', '2026-11-25', '25 Nov'],
    ['sv', '2027-01-04', '4 jan.'],
  ])('in %s of %s is %s', (lang, date, text) => {
    expect(shortDay(at(date), createFormats(lang, { now: () => now }), lang, now)).toBe(text);
  });
});

describe('[O6] by when an answer is promised', () => {
  function shown(promisedAt: number) {
    const i18n = { t: sv, lang: 'sv', formats: createFormats('sv') };
    const app = { i18n, pace: { value: now } } as unknown as App;
    const { container } = render(
      <AppContext.Provider value={app}>
        <PromiseBadge promisedAt={promisedAt} />
      </AppContext.Provider>,
    );
    const unseen = container.querySelector('.visually-hidden')?.textContent;
    return { unseen, seen: container.textContent, marked: container.querySelector('svg') !== null };
  }

  it('is said whole to a screen reader, and marked by more than colour when it has passed', () => {
    expect(shown(at('2031-12-04'))).toMatchObject({
      unseen: 'Svar utlovat senast 4 december 2031',
      marked: false,
    });
    const late = shown(at('2026-11-12'));
    expect(late).toMatchObject({ unseen: 'Försenat: svar utlovades senast 12 november 2026', marked: true });
    expect(late.seen).toContain('Skulle svarats');
  });
});
