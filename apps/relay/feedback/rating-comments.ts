import { accessOf, readsComment, readsComments } from '@lotsa/core';
import { fail, type RatingComment, type RatingCommentAnswers } from '@lotsa/protocol';
import type { Page, UserDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';

/** Comments of a page. */
const PAGE = 25;
/** Ratings that are looked through for one: those of other departments, and of what is secret, are left out. */
const LOOKED_THROUGH = 200;
const DAY_MS = 86_400_000;

/**
 * What visitors wrote with their ratings, for whoever may read it; reading it is an entry of the audit log, once for each person,
 * site and day (rule P7). It is there as long as its conversation and the retention rule of ratings let it.
 * @throws LotsaError `forbidden`, `not_found`.
 */
export async function listRatingComments(
  { context: { storage, now }, directory, audit }: Pick<Relay, 'context' | 'directory' | 'audit'>,
  user: UserDoc,
  { siteId, departmentId, after }: { siteId: string; departmentId: string | null; after: string | null },
): Promise<RatingCommentAnswers['rating-comments:list']> {
  if (!readsComments(user.role)) throw fail('forbidden', {});
  if (user.role === 'coordinator' && departmentId !== null && !user.departmentIds.includes(departmentId))
    throw fail('forbidden', {});
  if (!(await directory()).sites.has(siteId)) throw fail('not_found', {});
  const day = Math.floor(now() / DAY_MS);
  await audit(user, 'ratingCommentsRead', siteId, { once: `ratingCommentsRead ${user.id} ${siteId} ${day}` });

  const comments: RatingComment[] = [];
  let next = after;
  for (let looked = 0; looked < LOOKED_THROUGH && comments.length < PAGE; looked += PAGE) {
    // No page is cut: what is left of one would not be in the next.
    const page: Page<'ratings'> = await storage.find('ratings', {
      index: 'byComment',
      equals: { siteId, commented: 1 },
      order: 'desc',
      limit: PAGE - comments.length,
      after: next,
    });
    for (const { id, at, scores, comment } of page.docs) {
      const conversation = await storage.get('conversations', id);
      if (!conversation || comment === null || !readsComment(user, conversation, departmentId)) continue;
      const { topicId, departmentId: of } = conversation;
      const { read } = accessOf({ type: 'staff', user }, conversation);
      comments.push({ at, comment, scores, topicId, departmentId: of, conversationId: read ? id : null });
    }
    next = page.next;
    if (next === null) break;
  }
  return { comments, next };
}
