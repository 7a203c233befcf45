import {
  fail,
  type Guide,
  type GuideAction,
  type GuideContent,
  type GuideDraft,
  type StaffRef,
} from '@lotsa/protocol';
import type { StaffActor } from './actor.ts';

type User = Pick<StaffActor, 'role' | 'departmentIds'>;

const inDepartment = ({ role, departmentIds }: User, departmentId: string): boolean =>
  (role === 'specialist' || role === 'coordinator') && departmentIds.includes(departmentId);

/** Who may write guides and synonyms; a coordinator only its department's guides. */
export const mayEditGuides = ({ role }: Pick<StaffActor, 'role'>): boolean =>
  role === 'editor' || role === 'coordinator' || role === 'manager' || role === 'administrator';

/** Who may write a department's guides. */
export const mayEditGuide = (user: User, departmentId: string): boolean =>
  mayEditGuides(user) && (user.role !== 'coordinator' || inDepartment(user, departmentId));

/** Who may read what is being written: who may write it, and the department that is to approve it. */
export const maySeeDraft = (user: User, departmentId: string): boolean =>
  mayEditGuide(user, departmentId) || inDepartment(user, departmentId);

/** Who says yes for the department; an administrator does where it has nobody. */
export const mayApprove = (user: User, departmentId: string): boolean =>
  user.role === 'administrator' || inDepartment(user, departmentId);

/** What a guide and its draft are when somebody does something to them. */
export interface GuideState {
  guide: Guide | undefined;
  draft: GuideDraft | undefined;
}

/** Who does it, and when. */
interface By {
  user: StaffActor;
  now: number;
}

const refOf = ({ id, name }: StaffActor): StaffRef => ({ id, name });

function requireRevision({ draft }: GuideState, revision: number | null): void {
  if ((draft?.revision ?? null) !== revision)
    throw fail('changed_meanwhile', { name: draft?.changedBy.name ?? null });
}

/** The draft after its text was written. What was asked of the department before is asked anew. */
export function writeDraft(
  id: string,
  state: GuideState,
  {
    content,
    confirmed,
    revision,
  }: { content: GuideContent; confirmed: readonly string[]; revision: number | null },
  { user, now }: By,
): GuideDraft {
  const { draft, guide } = state;
  const departments = [content.departmentId, (draft ?? guide)?.departmentId ?? content.departmentId];
  if (!departments.every((id) => mayEditGuide(user, id))) throw fail('forbidden', {});
  requireRevision(state, revision);
  if (draft && draft.state !== 'draft') throw fail('wrong_status', { status: draft.state });
  return {
    ...content,
    reviewOn: (content.reviewOn === undefined ? (draft ?? guide)?.reviewOn : content.reviewOn) ?? null,
    id,
    state: 'draft',
    confirmed: confirmed.filter((language) => language !== 'sv' && content.steps[language] !== undefined),
    basedOn: draft?.basedOn ?? guide?.version ?? 0,
    publishAt: null,
    revision: (draft?.revision ?? 0) + 1,
    changedBy: refOf(user),
    changedAt: now,
    approvedBy: null,
    comment: draft?.comment ?? null,
  };
}

/**
 * What an action makes of the draft: the new draft, or null where there is none afterwards.
 * @param content what a version said that is restored.
 */
export function actOnDraft(
  state: GuideState,
  action: Exclude<GuideAction, { type: 'withdraw' }>,
  revision: number | null,
  by: By,
  content?: GuideContent,
): GuideDraft | null {
  requireRevision(state, revision);
  const { draft, guide } = state;
  const { user, now } = by;
  if (action.type === 'restore') {
    if (!guide || !content) throw fail('not_found', {});
    const { departmentId, title, intro, steps, url } = content;
    const restored = {
      content: { departmentId, title, intro, steps, url },
      confirmed: Object.keys(steps),
      revision,
    };
    return { ...writeDraft(guide.id, state, restored, by), comment: null };
  }
  if (!draft) throw fail('not_found', {});
  const changed = { ...draft, revision: draft.revision + 1, changedAt: now };
  const decides = action.type === 'approve' || action.type === 'sendBack';
  if (decides ? !mayApprove(user, draft.departmentId) : !mayEditGuide(user, draft.departmentId))
    throw fail('forbidden', {});
  const expected = {
    submit: ['draft'],
    approve: ['review'],
    sendBack: ['review'],
    takeBack: ['review', 'approved'],
    discard: ['draft', 'review', 'approved'],
  }[action.type];
  if (!expected.includes(draft.state)) throw fail('wrong_status', { status: draft.state });
  switch (action.type) {
    case 'submit':
      return { ...changed, state: 'review', comment: null };
    case 'approve':
      return {
        ...changed,
        state: 'approved',
        approvedBy: refOf(user),
        publishAt: Math.max(action.publishAt, now),
      };
    case 'sendBack':
      return { ...changed, state: 'draft', comment: action.comment };
    case 'takeBack':
      return { ...changed, state: 'draft', approvedBy: null, publishAt: null };
    case 'discard':
      return null;
  }
}

/** The guide that a draft becomes. Publishing the same draft twice makes the same. */
export function publishedGuide(guide: Guide | undefined, draft: GuideDraft): Guide {
  const { id, departmentId, title, intro, steps, url } = draft;
  const version = draft.basedOn + 1;
  const revised = Object.fromEntries(
    Object.keys(steps).map((language) => {
      const same = guide !== undefined && sayTheSame(guide, draft, language);
      const before = guide?.revised[language] ?? 1;
      return [language, same && !draft.confirmed.includes(language) ? before : version];
    }),
  );
  return {
    id,
    departmentId,
    title,
    intro,
    steps,
    url,
    version,
    revised,
    publishedAt: draft.publishAt,
    withdrawn: false,
    reviewOn: draft.reviewOn ?? null,
  };
}

/** Whether a language's text of two is the same. */
export function sayTheSame(
  one: Omit<GuideContent, 'departmentId' | 'url'>,
  other: Omit<GuideContent, 'departmentId' | 'url'>,
  language: string,
): boolean {
  const of = ({ title, intro, steps }: Omit<GuideContent, 'departmentId' | 'url'>): string =>
    JSON.stringify([title[language], intro[language] ?? null, steps[language]]);
  return of(one) === of(other);
}

/** Whether a language's text is older than the Swedish one that it was translated from. */
export const isOutdated = ({ revised }: Pick<Guide, 'revised'>, language: string): boolean =>
  (revised[language] ?? 1) < (revised['sv'] ?? 1);

/** The languages of a draft that will be out of date when it is published. */
export function outdatedBy(guide: Guide | undefined, draft: GuideDraft): string[] {
  const next = publishedGuide(guide, draft);
  return Object.keys(next.steps).filter((language) => isOutdated(next, language));
}
