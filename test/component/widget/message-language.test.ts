import type { ShownMessage } from '@lotsa/client';
import { describe, expect, it } from 'vitest';
import { createItems } from '../../../apps/widget/panel/items.tsx';
import { langOf, type Language, loadLanguage } from '../../../apps/widget/panel/language.ts';
import type { Panel } from '../../../apps/widget/panel/panel.ts';

const text: ShownMessage = {
  id: 'm'.repeat(16),
  conversationId: 'c'.repeat(16),
  kind: 'text',
  at: 0,
  author: { type: 'staff', name: 'Sara' },
  text: 'مرحبا',
} as unknown as ShownMessage;
const event = { ...text, kind: 'event', event: { type: 'closed' } } as unknown as ShownMessage;

/** What the items of a panel read of it, for a conversation that was begun in a language. */
const panelOf = (begun: string): Panel =>
  ({ state: { conversation: { language: begun }, departments: {} }, say: () => '' }) as unknown as Panel;
const itemIn = (begun: string, page: Language, message = text) => createItems(panelOf(begun), page)(message);

describe('[G4] the language of what is read', async () => {
  const [sv, ar, easy] = await Promise.all(['sv', 'ar', 'sv-x-easy'].map((lang) => loadLanguage(lang, [])));

  it('a message carries that of its conversation when the page speaks another', () => {
    expect(itemIn('ar', sv!).lang).toBe('ar');
    expect(itemIn('sv', ar!).lang).toBe('sv');
    expect(itemIn('sv', easy!).lang).toBe('sv');
  });

  it('a message carries none when it is the page’s, and lets its text decide the direction', () => {
    expect(itemIn('sv', sv!).lang).toBeUndefined();
    expect(itemIn('ar', sv!).dir).toBeUndefined();
  });

  it('what happened is told in the page’s own, whatever name it begins with', () => {
    expect(itemIn('sv', ar!, event)).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('a text of the site that is only there in Swedish says so', () => {
    expect(langOf({ sv: 'Hej' }, ar!)).toBe('sv');
    expect(langOf({ sv: 'Hej', ar: 'مرحبا' }, ar!)).toBeUndefined();
    expect(langOf({ sv: 'Hej' }, sv!)).toBeUndefined();
  });
});
