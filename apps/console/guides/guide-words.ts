import { isOutdated, reviewOf } from '@lotsa/core';
import type { GuideContent, GuideEntry } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';
import { languageName } from '../names/names.ts';

/** Where a guide stands, in a few words, and how it is coloured. */
export function guideState(
  { guide, draft }: GuideEntry,
  { t, formats }: ConsoleI18n,
  now = Date.now(),
): { text: string; tone: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' }[] {
  const states: ReturnType<typeof guideState> = [];
  if (guide) {
    states.push(
      guide.withdrawn
        ? { text: t.guideState_withdrawn, tone: 'warn' }
        : { text: t.guideState_published, tone: 'ok' },
    );
  }
  const review = guide && !guide.withdrawn ? reviewOf({ reviewOn: guide.reviewOn ?? null }, now) : null;
  if (review === 'late') states.push({ text: t.guideReviewLate, tone: 'danger' });
  if (review === 'soon') states.push({ text: t.guideReviewSoon, tone: 'warn' });
  if (draft?.state === 'approved') {
    const date = formats.dayTime(draft.publishAt ?? draft.changedAt);
    states.push({ text: t.guideState_approved({ date }), tone: 'accent' });
  } else if (draft) {
    const text = draft.state === 'review' ? t.guideState_review : t.guideState_draft;
    states.push({ text, tone: draft.state === 'review' ? 'accent' : 'neutral' });
  }
  return states;
}

/** The languages of a published guide that are older than the Swedish text, in words; null for none. */
export function outdatedLanguages({ guide }: GuideEntry, i18n: ConsoleI18n): string | null {
  const outdated = guide ? Object.keys(guide.steps).filter((language) => isOutdated(guide, language)) : [];
  return outdated.length > 0 ? i18n.formats.list(outdated.map((tag) => languageName(tag, i18n))) : null;
}

/** What a draft begins with. */
export const emptyContent = (departmentId: string): GuideContent => ({
  departmentId,
  title: { sv: '' },
  intro: {},
  steps: { sv: [''] },
  url: null,
  reviewOn: null,
});

/** The content of a guide or draft, without the rest of it. */
export const contentOf = (known: GuideContent): GuideContent => ({
  departmentId: known.departmentId,
  title: known.title,
  intro: known.intro,
  steps: known.steps,
  url: known.url,
  reviewOn: known.reviewOn ?? null,
});

/** The content as it is sent: without languages that nobody wrote and steps that are empty. */
export function tidied(content: GuideContent): GuideContent {
  const written = <T>(record: Readonly<Record<string, T>>, keep: (value: T) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => keep(value)));
  const steps = Object.fromEntries(
    Object.entries(content.steps).map(([language, list]) => [
      language,
      list.map((step) => step.trim()).filter(Boolean),
    ]),
  );
  const title = written(content.title, (text) => text.trim() !== '');
  return {
    ...content,
    title: { ...title, sv: content.title.sv },
    intro: written(content.intro, (text) => text.trim() !== ''),
    steps: written(steps, (list) => list.length > 0),
    url: content.url?.trim() || null,
  };
}
