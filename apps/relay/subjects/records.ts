import type { FoundBy, RecordRef } from '@lotsa/protocol';
import type { CaseDoc, ConversationDoc, IncomingMailDoc, MailDoc, UserDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';

/** What answering a person needs of the relay. */
export type SubjectRelay = Pick<
  Relay,
  | 'context'
  | 'conversations'
  | 'cases'
  | 'files'
  | 'earlierAnswers'
  | 'knowledge'
  | 'bans'
  | 'feedback'
  | 'leases'
  | 'directory'
>;

/** A record of the person, as it is stored. */
export type FoundDoc = { by: FoundBy } & (
  | { type: 'conversation'; doc: ConversationDoc }
  | { type: 'case'; doc: CaseDoc }
);

/** Everything about a person, as it is stored: what is secret among it too, which is shown to nobody by this (rule P6). */
export interface SubjectDocs {
  records: FoundDoc[];
  mails: MailDoc[];
  incoming: IncomingMailDoc[];
  users: UserDoc[];
  visitorIds: string[];
  more: boolean;
}

export const isSecretDoc = ({ doc }: FoundDoc): boolean => doc.secret;
export const refOf = (found: FoundDoc): RecordRef =>
  found.type === 'conversation'
    ? { type: 'conversation', id: found.doc.id }
    : { type: 'case', id: found.doc.number };
