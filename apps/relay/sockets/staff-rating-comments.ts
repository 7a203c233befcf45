import type { RatingCommentAnswers, ratingCommentRequests } from '@lotsa/protocol';
import { listRatingComments } from '../feedback/rating-comments.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** What visitors wrote with their ratings, for those who lead. */
export function ratingCommentHandlers({
  relay,
  user,
}: StaffDesk): Handlers<typeof ratingCommentRequests, RatingCommentAnswers> {
  return { 'rating-comments:list': (question) => listRatingComments(relay, user, question) };
}
