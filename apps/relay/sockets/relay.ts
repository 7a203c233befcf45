import type { Bans } from '../abuse/bans.ts';
import type { Newcomers } from '../abuse/newcomers.ts';
import type { Admission } from '../admission.ts';
import type { Cases } from '../cases/cases.ts';
import type { Context } from '../context.ts';
import type { Registry } from '../registry/registry.ts';
import type { Conversations } from '../conversations.ts';
import type { Directory } from '../directory.ts';
import type { Files } from '../files/files.ts';
import type { EarlierAnswers } from '../knowledge/earlier-answers.ts';
import type { Guides } from '../knowledge/guides.ts';
import type { SynonymLists } from '../knowledge/synonyms.ts';
import type { HelpCounts } from '../knowledge/help-counts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Integrations } from '../integrations/integrations.ts';
import type { Leases } from '../leases.ts';
import type { Presence } from '../presence.ts';
import type { Audit } from '../audit/audit.ts';
import type { MailReader } from '../incoming-mail/reader.ts';
import type { MailOutbox } from '../mail/outbox.ts';
import type { Postman } from '../mail/postman.ts';
import type { LiveBoard } from '../board.ts';
import type { Retention } from '../retention/retention.ts';
import type { Glass } from '../glass.ts';
import type { Reopening } from '../reopening.ts';
import type { Router } from '../routing.ts';
import type { Feedback } from '../feedback/feedback.ts';
import type { StatDays } from '../statistics/stat-days.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { Waiting } from '../waiting.ts';
import type { Settings } from '../settings/settings.ts';
import type { RequestGate } from './dispatch.ts';
import type { StaffNamespace, VisitorNamespace } from './server.ts';

/** The parts of a running relay, as its sockets and jobs use them. Put together in `app.ts`. */
export interface Relay {
  context: Context;
  conversations: Conversations;
  cases: Cases;
  files: Files;
  knowledge: Knowledge;
  helpCounts: HelpCounts;
  guides: Guides;
  synonyms: SynonymLists;
  earlierAnswers: EarlierAnswers;
  admission: Admission;
  newcomers: Newcomers;
  bans: Bans;
  presence: Presence;
  waiting: Waiting;
  leases: Leases;
  router: Router;
  board: LiveBoard;
  audit: Audit;
  glass: Glass;
  reopening: Reopening;
  mail: MailOutbox;
  postman: Postman;
  /** The registrar's queue. */
  registry: Registry;
  mailReader: MailReader;
  retention: Retention;
  integrations: Integrations;
  settings: Settings;
  statDays: StatDays;
  statistics: Statistics;
  feedback: Feedback;
  /** Settings were changed otherwise than by {@link settings}: they take effect, on all relays. */
  settingsChanged: () => Promise<void>;
  directory: () => Promise<Directory>;
  visitors: VisitorNamespace;
  staff: StaffNamespace;
  /** The gate for the sockets of one visitor or user. */
  gate: (key: string) => RequestGate;
  /** Presence or availability of somebody changed: panels and consoles are told. */
  availabilityChanged: () => void;
  /** A visitor was banned: every relay asks for more work where it is connected from. */
  banned: (visitorId: string, until: number) => void;
}
