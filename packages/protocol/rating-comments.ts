import * as v from 'valibot';
import { Slug } from './primitives.ts';

/** What a visitor wrote with its rating, without personal numbers, and what it was about. */
export interface RatingComment {
  at: number;
  comment: string;
  /** Answers of the survey, 1–5, by question. */
  scores: Record<string, number>;
  topicId: string | null;
  departmentId: string | null;
  /** For whoever may read the conversation; null for others. */
  conversationId: string | null;
}

/** Asked by managers and coordinators. */
export const ratingCommentRequests = {
  /** Comments of a site, the latest first; a coordinator's are those of its departments. */
  'rating-comments:list': v.object({
    siteId: Slug,
    departmentId: v.nullable(Slug),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
} as const;

export interface RatingCommentAnswers {
  /** A page may be short, or empty, and be followed by others. */
  'rating-comments:list': { comments: RatingComment[]; next: string | null };
}
