import type {
  Channel,
  ClosingClass,
  Contact,
  FileRef,
  HandoffMode,
  Identity,
  Opening,
  Outcome,
  RecordClass,
  StaffRef,
} from '@lotsa/protocol';

/** What somebody wants to happen in a conversation; {@link decide} says whether it does. */
export type Command =
  | { type: 'start'; opening: Opening; text: string }
  /** Protected identity is always secret (rule P6). */
  | { type: 'setSecrecy'; secret: boolean; protectedIdentity: boolean }
  | { type: 'breakGlass'; reason: string }
  /** Its time has passed (`GLASS_MS`). */
  | { type: 'mendGlass'; userId: string }
  | { type: 'sendText'; text: string }
  | { type: 'sendFile'; file: FileRef }
  /** A question by another channel, that is over. */
  | {
      type: 'register';
      channel: Channel;
      siteId: string;
      language: string;
      topicId: string;
      departmentId: string | null;
      outcome: Outcome;
      note: string | null;
      secret?: true;
      caseNumber?: string;
    }
  /** `to`: the colleague it is meant for. */
  | { type: 'sendNote'; text: string; to?: StaffRef }
  | { type: 'leaveContact'; contact: Contact }
  | { type: 'endByVisitor' }
  /** Somebody vouches for the visitor; the relay has checked it (rule I1). */
  | { type: 'identify'; identity: Identity }
  /** The visitor wants to be nobody again (rule I3). */
  | { type: 'endIdentity' }
  /** `load`: conversations the agent has now; `capacity`: how many it may have (rule R1). */
  | { type: 'claim'; load: number; capacity: number }
  /** In automatic routing (rule R2); {@link route} says to whom. */
  | { type: 'offer'; user: StaffRef; until: number }
  /** The agent has let the time pass, or takes no conversations any more. */
  | { type: 'endOffer'; reason: 'missed' | 'left' }
  | { type: 'declineOffer' }
  /** To an agent of the centre: by a manager, or by the owner. */
  | { type: 'assign'; user: StaffRef }
  | { type: 'release' }
  /** The owner's connection has been gone for longer than the grace period (rule O3). */
  | { type: 'returnToQueue' }
  /** It has become a case; whoever decides on it says so, or Lotsa when the visitor has gone. */
  | { type: 'openCase'; number: string; departmentId: string | null; promisedAt: number; handoffId?: string }
  | {
      type: 'close';
      outcome: Outcome;
      topicId: string;
      reopens?: string;
      recordClass?: RecordClass;
      /** Keeps its visitor out until then (rule B3). */
      ban?: { until: number; reason: string };
    }
  /** How to reach the visitor was wrong (rule S4). */
  | { type: 'correctContact'; contact: Contact | null }
  /** Says anew what a closed one is as a record (rule P4). */
  | { type: 'classify'; recordClass: ClosingClass; reason: string }
  /** It is in the diary. */
  | { type: 'setDiaryNumber'; diaryNumber: string }
  /** The visitor came back on the same topic (rule O5). */
  | { type: 'markReopened'; by: string }
  | {
      type: 'requestHandoff';
      mode: HandoffMode;
      departmentId: string;
      user: StaffRef | null;
      question: string;
      reason: string;
      deadline: number;
      skill: string | null;
      /** The department's matters are secret. */
      secret?: true;
    }
  | { type: 'approveHandoff'; handoffId: string; deadline: number }
  /** Its deadline has passed: says so to the owner, later to the managers (rule O6). */
  | { type: 'alertHandoff'; handoffId: string; alerted: 'owner' | 'manager' }
  | { type: 'acceptHandoff'; handoffId: string }
  | { type: 'declineHandoff'; handoffId: string; reason: string }
  | { type: 'withdrawHandoff'; handoffId: string }
  | { type: 'expireHandoff'; handoffId: string }
  | { type: 'answerHandoff'; handoffId: string };
