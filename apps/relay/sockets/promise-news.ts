import { type Case, type Conversation, LIMITS } from '@lotsa/protocol';
import type { CaseChanged } from '../cases/cases.ts';
import { promiseTo } from '../cases/promise-to.ts';
import type { Context } from '../context.ts';
import type { Appended, Conversations } from '../conversations.ts';
import { createTurns } from '../turns.ts';
import { readerRooms } from './audience.ts';
import { rooms, type StaffNamespace } from './server.ts';

/** Tells the lists in which a conversation stands by when its case is promised an answer. */
export interface PromiseNews {
  /** A conversation moved between lists, and those where it stands now may not have known of it. */
  appended(appended: Appended): void;
  /** A case was changed. */
  caseChanged(changed: CaseChanged): void;
}

/** Makes it. What cannot be read now is in the lists when they are fetched. */
export function createPromiseNews(
  { storage, log }: Pick<Context, 'storage' | 'log'>,
  staff: Pick<StaffNamespace, 'to'>,
  load: Conversations['load'],
): PromiseNews {
  /** One after the other, so that what is read last is told last. */
  const inTurn = createTurns();

  function tell(conversationId: string, find: () => Promise<Conversation | undefined>): void {
    inTurn(conversationId, async () => {
      const conversation = await find();
      if (!conversation || conversation.caseNumber === null) return;
      const promisedAt = await promiseTo(storage, conversation);
      staff
        .to([rooms.centre, ...readerRooms(conversation)])
        .emit('conversation:promised', { conversationId, promisedAt });
    }).catch(untold);
  }
  const untold = (error: unknown): void => log.debug({ err: error }, 'a promised date was not told');

  return {
    appended({ conversation, message }) {
      if (conversation.caseNumber !== null && message.kind === 'event')
        tell(conversation.id, () => Promise.resolve(conversation));
    },
    caseChanged({ before, doc }) {
      // A case that begins is told of when its conversation says that it has one.
      if (!before || (before.open === doc.open && before.promisedAt === doc.promisedAt)) return;
      const of = ({ conversationId }: Pick<Case, 'conversationId'>): void => {
        if (conversationId !== null) tell(conversationId, () => load(conversationId));
      };
      of(doc);
      // Those that were merged into it go by its promise.
      storage
        .find('cases', {
          index: 'byMerged',
          equals: { mergedInto: doc.number },
          limit: LIMITS.mergedCases,
        })
        .then(({ docs }) => docs.forEach(of), untold);
    },
  };
}
