import type { Answer, GuideAnswers, StaffRequestEvents } from '@lotsa/protocol';
import type { Link } from '../link.ts';

type Ask<Name extends keyof GuideAnswers> = Parameters<StaffRequestEvents[Name]>[0];

/** What the staff asks about guides and synonyms. Each answers `unauthenticated` when the session has ended meanwhile. */
export interface StaffGuides {
  list(): Promise<Answer<GuideAnswers['guides:list']>>;
  get(id: string): Promise<Answer<GuideAnswers['guide:get']>>;
  save(draft: Ask<'guide:save'>): Promise<Answer<GuideAnswers['guide:save']>>;
  act(action: Ask<'guide:act'>): Promise<Answer<GuideAnswers['guide:act']>>;
  synonyms(): Promise<Answer<GuideAnswers['synonyms:list']>>;
  saveSynonyms(list: Ask<'synonyms:save'>): Promise<Answer<GuideAnswers['synonyms:save']>>;
  /** Guides, answers and earlier answers that fit what was asked. */
  suggest(question: Ask<'knowledge:suggest'>): Promise<Answer<GuideAnswers['knowledge:suggest']>>;
  /** Earlier answers of the centre and the departments. */
  earlier(question: Ask<'answers:search'>): Promise<Answer<GuideAnswers['answers:search']>>;
}

const ENDED: Answer<never> = { ok: false, error: { code: 'unauthenticated', data: {} } };

/** Makes it over the connection of whoever is signed in. */
export function createStaffGuides(link: () => Link<StaffRequestEvents> | undefined): StaffGuides {
  return {
    list: async () => (await link()?.ask('guides:list', {})) ?? ENDED,
    get: async (id) => (await link()?.ask('guide:get', { id })) ?? ENDED,
    save: async (draft) => (await link()?.ask('guide:save', draft)) ?? ENDED,
    act: async (action) => (await link()?.ask('guide:act', action)) ?? ENDED,
    synonyms: async () => (await link()?.ask('synonyms:list', {})) ?? ENDED,
    saveSynonyms: async (list) => (await link()?.ask('synonyms:save', list)) ?? ENDED,
    suggest: async (question) => (await link()?.ask('knowledge:suggest', question)) ?? ENDED,
    earlier: async (question) => (await link()?.ask('answers:search', question)) ?? ENDED,
  };
}
