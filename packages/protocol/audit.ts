import * as v from 'valibot';
import { Slug, Time } from './primitives.ts';

/** What somebody of the staff did that others must be able to look up (rule P7). */
export type AuditAction =
  | 'monitored'
  | 'conversationRead'
  | 'whispered'
  | 'glassBroken'
  | 'settingsChanged'
  | 'settingsRemoved'
  | 'settingsExported'
  | 'settingsImported'
  | 'userInvited'
  | 'passwordSet'
  | 'mailRead'
  | 'mailResent'
  | 'incomingMailRead'
  | 'incomingMailRetried'
  | 'caseRead'
  | 'caseChanged'
  | 'caseOpened'
  | 'banned'
  | 'banLifted'
  | 'guideWritten'
  | 'guideSubmitted'
  | 'guideApproved'
  | 'guideSentBack'
  | 'guideTakenBack'
  | 'guideDiscarded'
  | 'guideWithdrawn'
  | 'guideRestored'
  | 'synonymsChanged'
  | 'answersSearched'
  | 'statisticsExported'
  | 'targetsSet'
  | 'retentionRun'
  | 'holdSet'
  | 'holdLifted'
  | 'recordErased'
  | 'subjectRequestEntered'
  | 'subjectRequestRead'
  | 'subjectRequestChanged'
  | 'subjectSearched'
  | 'subjectExported'
  | 'subjectRectified'
  | 'subjectErased'
  | 'subjectRestricted'
  | 'subjectDecided'
  | 'papersMade'
  | 'gapMarked'
  | 'gapRead'
  | 'ratingCommentsRead'
  | 'gapChanged'
  | 'feedbackSettingsChanged'
  | 'recordRead'
  | 'recordExported'
  | 'recordReleased'
  | 'recordClassed'
  | 'registrationAsked'
  | 'registered'
  | 'registrationDismissed'
  | 'registrationRestored'
  | 'transferConfirmed'
  | 'monthAnswered'
  | 'monthFollowedUp'
  | 'auditRead'
  | 'auditExported'
  | 'signedIn'
  | 'signInFailed'
  | 'signedOut'
  | 'steppedUp'
  | 'totpEnrolled'
  | 'totpRemoved'
  | 'passkeyEnrolled'
  | 'passkeyRemoved'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed'
  | 'sessionsEnded'
  | 'factorsReset'
  | 'userProvisioned'
  | 'signInPolicyChanged'
  | 'identitySecretMade'
  | 'identitySecretRemoved'
  | 'webhookChanged'
  | 'webhookRemoved'
  | 'webhookSecretRotated'
  | 'webhookTested'
  | 'webhookReplayed'
  | 'webhookStopped'
  | 'apiKeyMade'
  | 'apiKeyRevoked'
  | 'apiRead'
  | 'apiWritten'
  | 'caseHandedOver';

/** An entry of the audit log. Never changed, never removed by a caller. */
export interface AuditEntry {
  id: string;
  at: number;
  actorId: string;
  actorName: string;
  action: AuditAction;
  /** The id of what it was done to. */
  subjectId: string;
  /** Why, where a reason is asked for. */
  reason: string | null;
  /** The fields of settings that were changed, as they were and as they are; null is nothing. No secrets. */
  change?: { before: object | null; after: object | null };
  /** Its place among all entries, from 1; `id` is made of it, so that no two take the same one. */
  seq: number;
  /** `hash` of the entry before, so that a removed or changed one shows. */
  before: string;
  /** SHA-256 of all other fields. */
  hash: string;
}

/** What a look through the whole chain of entries has found. */
export type AuditVerification =
  /** Every entry is as it was written, and none is missing between the first and the last; `hash` is the last one's. */
  | { whole: true; entries: number; first: number; last: number; hash: string }
  /** The entry in place `seq` was changed, or is missing; `at` is the time of the one that was found there. */
  | { whole: false; entries: number; seq: number; at: number };

/** Which entries: those of a member of the staff, or about something, or all; within times, `to` not among them. */
export const AuditSelection = v.object({
  by: v.optional(
    v.variant('type', [
      v.object({ type: v.literal('actor'), id: Slug }),
      v.object({
        type: v.literal('subject'),
        id: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
      }),
    ]),
  ),
  from: v.nullable(Time),
  to: v.nullable(Time),
});
export type AuditSelection = v.InferOutput<typeof AuditSelection>;

/** What an administrator's console may ask about the audit log. Looking is an entry too, once an hour. */
export const auditRequests = {
  /** A page of entries, the newest first. */
  'audit:list': v.object({
    ...AuditSelection.entries,
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  /** Reads the whole chain. */
  'audit:verify': v.object({}),
} as const;

/** What they are answered with. */
export interface AuditAnswers {
  'audit:list': { entries: AuditEntry[]; next: string | null };
  'audit:verify': AuditVerification;
}
