import {
  actOnDraft,
  mayEditGuide,
  maySeeDraft,
  publishedGuide,
  type StaffActor,
  writeDraft,
} from '@lotsa/core';
import {
  fail,
  type Guide,
  type GuideAction,
  type GuideAnswers,
  type GuideContent,
  type GuideDraft,
  type GuideEntry,
  type GuideVersion,
} from '@lotsa/protocol';
import type { GuideDraftDoc, Page, UserDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';
import { complete } from './knowledge.ts';

/** Writing guides: drafts, the department's yes, publishing, and what was published before. */
export interface Guides {
  /** All that this user may see: what is published, and the drafts it may read. */
  list(user: UserDoc): Promise<GuideEntry[]>;
  get(user: UserDoc, id: string): Promise<GuideAnswers['guide:get']>;
  save(
    user: UserDoc,
    id: string,
    content: GuideContent,
    confirmed: readonly string[],
    revision: number | null,
  ): Promise<GuideEntry>;
  act(user: StaffActor, id: string, action: GuideAction, revision: number | null): Promise<GuideEntry>;
  /**
   * Publishes a text that is written and approved elsewhere, when `version` is still the published one (null: there is none).
   * What somebody is writing here is not passed over.
   */
  publishFrom(user: StaffActor, id: string, content: GuideContent, version: number | null): Promise<Guide>;
  /** Publishes what is approved and whose time has come. */
  publishDue(): Promise<void>;
}

const HISTORY = 50;
const BATCH = 50;
const COUNTED_MS = 30 * 24 * 60 * 60 * 1_000;

/** Makes them. `changed` is called when something is published or withdrawn. */
export function createGuides({ storage, now }: Context, audit: Audit, changed: () => void): Guides {
  async function stateOf(id: string): Promise<{ guide: Guide | undefined; draft: GuideDraft | undefined }> {
    const [guide, draft] = await Promise.all([storage.get('guides', id), storage.get('guideDrafts', id)]);
    return { guide: guide && complete(guide), draft: draft && withoutKey(draft) };
  }

  /** Sets the draft, when it is still the one that was decided on. */
  async function store(before: GuideDraft | undefined, after: GuideDraft): Promise<void> {
    const doc = { ...after, guideId: after.id };
    const stored = before
      ? await storage.update('guideDrafts', after.id, doc, { revision: before.revision })
      : (await storage.insert('guideDrafts', [doc])) === 1;
    if (!stored) {
      const other = await storage.get('guideDrafts', after.id);
      throw fail('changed_meanwhile', { name: other?.changedBy.name ?? null });
    }
  }

  const dropDraft = (guideId: string): Promise<number> =>
    storage.remove('guideDrafts', { index: 'byGuide', equals: { guideId }, limit: 1 });

  /** Each step may be done twice: after a crash, or by another relay at the same time, the same comes of it. */
  async function publish(draft: GuideDraft): Promise<void> {
    const { guide } = await stateOf(draft.id);
    // What was there before Lotsa kept versions becomes the first of them.
    if (guide) await storage.insert('guideVersions', [versionOf(guide, null)]);
    if ((guide?.version ?? 0) === draft.basedOn) {
      const next = publishedGuide(guide, draft);
      await storage.insert('guideVersions', [versionOf(next, draft)]);
      await storage.put('guides', next);
    }
    await dropDraft(draft.id);
    changed();
  }

  async function countsSince(day: string): Promise<Map<string, { helped: number; notHelped: number }>> {
    const counts = new Map<string, { helped: number; notHelped: number }>();
    for (const { id: siteId } of await everyDocument(storage, 'sites')) {
      let after: string | null = null;
      do {
        const page: Page<'helpCounts'> = await storage.find('helpCounts', {
          index: 'bySite',
          equals: { siteId },
          range: { field: 'day', gte: day },
          limit: 1_000,
          after,
        });
        for (const { kind, subjectId, helped, notHelped } of page.docs) {
          if (kind !== 'guide') continue;
          const sum = counts.get(subjectId) ?? { helped: 0, notHelped: 0 };
          counts.set(subjectId, { helped: sum.helped + helped, notHelped: sum.notHelped + notHelped });
        }
        after = page.next;
      } while (after !== null);
    }
    return counts;
  }

  const entry = async (user: StaffActor, id: string): Promise<GuideEntry> => {
    const { guide, draft } = await stateOf(id);
    const counts = await countsSince(dayOf(now() - COUNTED_MS));
    return entryOf(user, guide, draft, counts.get(id));
  };

  return {
    async list(user) {
      const [guides, drafts, counts] = await Promise.all([
        everyDocument(storage, 'guides'),
        everyDocument(storage, 'guideDrafts'),
        countsSince(dayOf(now() - COUNTED_MS)),
      ]);
      const draftOf = new Map(drafts.map((draft) => [draft.id, withoutKey(draft)]));
      const guideOf = new Map(guides.map((guide) => [guide.id, complete(guide)]));
      return [...new Set([...guideOf.keys(), ...draftOf.keys()])]
        .map((id) => entryOf(user, guideOf.get(id), draftOf.get(id), counts.get(id)))
        .filter(({ guide, draft }) => guide !== null || draft !== null);
    },

    async get(user, id) {
      const shown = await entry(user, id);
      if (!shown.guide && !shown.draft) throw fail('not_found', {});
      const { docs } = await storage.find('guideVersions', {
        index: 'byGuide',
        equals: { guideId: id },
        order: 'desc',
        limit: HISTORY,
      });
      const versions = docs.map(({ id: _id, ...version }) => version);
      return { ...shown, versions };
    },

    async save(user, id, content, confirmed, revision) {
      const state = await stateOf(id);
      const draft = writeDraft(id, state, { content, confirmed, revision }, { user, now: now() });
      await audit(user, 'guideWritten', id);
      await store(state.draft, draft);
      return entry(user, id);
    },

    async act(user, id, action, revision) {
      const state = await stateOf(id);
      if (action.type === 'withdraw') {
        if (!state.guide) throw fail('not_found', {});
        if (!mayEditGuide(user, state.guide.departmentId)) throw fail('forbidden', {});
        await audit(user, action.withdrawn ? 'guideWithdrawn' : 'guideRestored', id);
        await storage.update('guides', id, { withdrawn: action.withdrawn });
        changed();
        return entry(user, id);
      }
      let content: GuideVersion | undefined;
      if (action.type === 'restore') content = await storage.get('guideVersions', `${id}:${action.version}`);
      const draft = actOnDraft(state, action, revision, { user, now: now() }, content);
      await audit(
        user,
        ACTIONS[action.type],
        id,
        action.type === 'sendBack' ? { reason: action.comment } : {},
      );
      if (!draft) await dropDraft(id);
      else {
        await store(state.draft, draft);
        if (draft.state === 'approved' && (draft.publishAt ?? Infinity) <= now()) await publish(draft);
      }
      return entry(user, id);
    },

    async publishFrom(user, id, content, version) {
      const state = await stateOf(id);
      const { guide, draft } = state;
      if (draft) throw fail('changed_meanwhile', { name: draft.changedBy.name });
      if ((guide?.version ?? null) !== version) throw fail('changed_meanwhile', { name: null });
      const by = { user, now: now() };
      const written = writeDraft(id, state, { content, confirmed: [], revision: null }, by);
      await audit(user, 'guideWritten', id);
      await publish({ ...written, state: 'approved', publishAt: by.now });
      const published = await storage.get('guides', id);
      if (published?.version !== written.basedOn + 1) throw fail('changed_meanwhile', { name: null });
      return complete(published);
    },

    async publishDue() {
      const { docs } = await storage.find('guideDrafts', {
        index: 'byDue',
        equals: { state: 'approved' },
        range: { field: 'publishAt', lte: now() },
        limit: BATCH,
      });
      for (const draft of docs) await publish(withoutKey(draft));
    },
  };
}

const ACTIONS = {
  submit: 'guideSubmitted',
  approve: 'guideApproved',
  sendBack: 'guideSentBack',
  takeBack: 'guideTakenBack',
  discard: 'guideDiscarded',
  restore: 'guideWritten',
} as const;

function entryOf(
  user: StaffActor,
  guide: Guide | undefined,
  draft: GuideDraft | undefined,
  counts: { helped: number; notHelped: number } | undefined,
): GuideEntry {
  return {
    guide: guide && (!guide.withdrawn || maySeeDraft(user, guide.departmentId)) ? guide : null,
    draft: draft && maySeeDraft(user, draft.departmentId) ? draft : null,
    helped: counts?.helped ?? 0,
    notHelped: counts?.notHelped ?? 0,
  };
}

function versionOf(guide: Guide, draft: GuideDraft | null): GuideVersion & { id: string } {
  const { id, departmentId, title, intro, steps, url, version, publishedAt } = guide;
  const { changedBy = null, approvedBy = null } = draft ?? {};
  const content = { departmentId, title, intro, steps, url };
  return { ...content, id: `${id}:${version}`, guideId: id, version, publishedAt, changedBy, approvedBy };
}

function withoutKey({ guideId: _guideId, ...draft }: GuideDraftDoc): GuideDraft {
  return draft;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
