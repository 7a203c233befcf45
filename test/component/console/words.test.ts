import { memoryStore, type Directory } from '@lotsa/client';
import type { Conversation, ErrorAnswer } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { suggestionsFor } from '../../../apps/console/context/suggestions-for.ts';
import { reasonText } from '../../../apps/console/audit/reason-text.ts';
import { errorText } from '../../../apps/console/errors/error-text.ts';
import { targetOf, targetOptions } from '../../../apps/console/handoff/targets.ts';
import { createConsoleI18n } from '../../../apps/console/locales/index.ts';
import { createPreferences } from '../../../apps/console/preferences/preferences.ts';
import { addressOf, placeOf } from '../../../apps/console/routing/route.ts';

const i18n = createConsoleI18n();

describe('errors in words', () => {
  it.each<[ErrorAnswer, RegExp]>([
    [{ code: 'already_claimed', data: { name: 'Anna' } }, /^Anna har redan tagit/],
    [{ code: 'at_capacity', data: { capacity: 3 } }, /3 frågor/],
    [{ code: 'handoff_taken', data: { name: 'Bo' } }, /^Bo hann före/],
    [{ code: 'rate_limited', data: { retryAfterMs: 29_001 } }, /30 sekunder/],
    [{ code: 'rate_limited', data: { retryAfterMs: 600_000 } }, /10 minuter/],
    [{ code: 'internal', data: { requestId: 'r-17' } }, /r-17/],
    [{ code: 'draining', data: { retryAfterMs: 1 } }, /Försök igen/],
  ])('%j', (error, words) => expect(errorText(i18n, error)).toMatch(words));
});

describe('why something was done, in the log', () => {
  it('is in words where the log has codes', () => {
    const { t } = i18n;
    expect(reasonText({ action: 'signedIn', reason: 'password, totp' }, t)).not.toMatch(/password|totp,/);
    expect(reasonText({ action: 'subjectRequestEntered', reason: 'erasure' }, t)).toBe('Radering (art. 17)');
    expect(reasonText({ action: 'subjectDecided', reason: 'refused openMatter secrecy' }, t)).toBe(
      'Avslag: Ärendet pågår, Sekretess',
    );
    expect(reasonText({ action: 'subjectDecided', reason: 'granted' }, t)).toBe('Bifall');
    expect(reasonText({ action: 'recordReleased', reason: 'Begäran per telefon' }, t)).toBe(
      'Begäran per telefon',
    );
  });
});

describe('the address', () => {
  it('names a conversation, the first start, or the desk', () => {
    expect(placeOf(addressOf('abc_DEF-1'), '')).toEqual({ name: 'desk', conversationId: 'abc_DEF-1' });
    expect(placeOf('/console/setup', '#token=t0ken')).toEqual({ name: 'setup', token: 't0ken' });
    expect(placeOf('/console/', '')).toEqual({ name: 'desk', conversationId: null });
    expect(placeOf('/console/c/..%2F', '')).toEqual({ name: 'desk', conversationId: null });
  });
});

describe('choices of this device', () => {
  it('are kept; sound and notices are off until asked for; nonsense is as nothing', () => {
    const store = memoryStore();
    expect(createPreferences(store).choices.value).toMatchObject({
      sound: false,
      desktop: false,
      theme: 'system',
    });
    createPreferences(store).choose({ theme: 'dark', sound: true });
    expect(createPreferences(store).choices.value).toMatchObject({ theme: 'dark', sound: true });
    store.set('preferences', '{"language":"xx","theme":7}');
    expect(createPreferences(store).choices.value).toMatchObject({ language: 'sv', theme: 'system' });
  });
});

const department = (id: string, sv: string) => ({ id, name: { sv }, replyWorkdays: 1 });
const directory = {
  departments: [department('SBF', 'Samhällsbyggnad'), department('UBF', 'Utbildning')],
  topics: [{ id: 'skola', name: { sv: 'Skola' }, departmentId: 'UBF' }],
  questions: [
    {
      id: 'q1',
      departmentId: 'UBF',
      topicId: 'forskola',
      guideId: null,
      question: { sv: 'F?' },
      answer: { sv: 'F.' },
    },
    {
      id: 'q2',
      departmentId: 'UBF',
      topicId: 'skola',
      guideId: null,
      question: { sv: 'S?' },
      answer: { sv: 'S.' },
    },
    {
      id: 'q3',
      departmentId: 'SBF',
      topicId: 'bygglov',
      guideId: null,
      question: { sv: 'B?' },
      answer: { sv: 'B.' },
    },
  ],
  guides: [],
  cannedResponses: [],
  eServices: [
    { id: 'e2', name: { sv: 'Sök' }, url: { sv: 'https://x.example/2' }, topicIds: ['skola', 'bygglov'] },
    { id: 'e1', name: { sv: 'Välj skola' }, url: { sv: 'https://x.example/1' }, topicIds: ['skola'] },
    { id: 'e3', name: { sv: 'Bygg' }, url: { sv: 'https://x.example/3' }, topicIds: ['bygglov'] },
  ],
  sites: [],
} as unknown as Directory;
const conversation = { topicId: 'skola', departmentId: null, language: 'sv' } as unknown as Conversation;
const colleague = (id: string, departmentIds: string[], present: boolean) => ({
  id,
  name: id,
  role: 'specialist' as const,
  departmentIds,
  languages: ['sv'],
  skills: [],
  availability: 'available' as const,
  availabilityReason: null,
  present,
});

describe('[H1] whom a hand-off can ask', () => {
  const options = targetOptions(
    directory,
    [colleague('away', ['UBF'], false), colleague('here', ['UBF'], true), colleague('bo', ['SBF'], false)],
    conversation,
    i18n,
  );

  it('the topic’s department first, then who is there, then all others', () => {
    expect(options.map(({ label }) => label)).toEqual([
      'Utbildning',
      'here',
      'away',
      'Samhällsbyggnad',
      'bo',
    ]);
    expect(options[0]?.hint).toBe('1 på plats nu');
    expect(options[3]?.hint).toBe('Ingen på plats just nu');
  });

  it('each option leads back to its department and person', () => {
    expect(targetOf(options[0]?.value ?? '')).toEqual({ departmentId: 'UBF', userId: null, skill: null });
    expect(targetOf(options[4]?.value ?? '')).toEqual({ departmentId: 'SBF', userId: 'bo', skill: null });
  });
});

it('what can be done on the web about the topic, then answers to its own questions, and none of other departments', () => {
  const suggestions = suggestionsFor(directory, conversation);
  expect(suggestions.map(({ id }) => id)).toEqual(['e1', 'e2', 'q2', 'q1']);
  expect(suggestions[0]?.text).toBe('Välj skola: https://x.example/1');
});
