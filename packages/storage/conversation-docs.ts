import type { Conversation, Handoff, Marks } from '@lotsa/protocol';

/** A conversation with how far it has been read. `marks` only grow, by `raise`; all else is the fold of its messages. */
export type ConversationDoc = Conversation & { marks: Marks };

/**
 * A hand-off with what the lists of a specialist need. Kept in step with its conversation by `append`. Its document id is
 * `conversationId:handoffId`, because a hand-off's own id is made by a client.
 */
export type HandoffDoc = Handoff & {
  handoffId: string;
  conversationId: string;
  siteId: string;
  /** `user.id`, or an empty string for anybody in the department. */
  userId: string;
  /** `acceptedBy.id`, or an empty string. */
  acceptedById: string;
  /** `skill`, or an empty string. */
  skillId: string;
  /** Whom its deadline alerts next (`watchOf` in core). */
  watched: 'owner' | 'manager' | '';
};

/** What a visitor thought of a conversation. Its id is the conversation's, until it is anonymous; the scores name nobody. */
export interface RatingDoc {
  id: string;
  siteId: string;
  at: number;
  scores: Record<string, number>;
  comment: string | null;
  /** Whether there is one: those are found by it. */
  commented: 0 | 1;
  /** Left out when it was made anonymous: its id is then of its own, and its comment is gone (rule P4). */
  linked?: 1;
}

/** Reminds of when a manager's reading of a secret conversation ends (rule P6); the conversation itself says who reads it. */
export interface BrokenGlassDoc {
  /** `conversationId:userId`. */
  id: string;
  conversationId: string;
  userId: string;
  until: number;
}
