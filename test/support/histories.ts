import { type Actor, type Command, decide, evolve, GLASS_MS } from '@lotsa/core';
import { type Conversation, LotsaError, type Me, type Message } from '@lotsa/protocol';
import fc from 'fast-check';

/** The people of the tests. */
export const visitor: Actor = { type: 'visitor', visitorId: 'visitor-00000001' };
export const system: Actor = { type: 'system' };
export const staff = (
  id: string,
  role: 'agent' | 'specialist' | 'manager' = 'agent',
  departmentIds: string[] = [],
): Extract<Actor, { type: 'staff' }> => ({
  type: 'staff',
  user: { id, name: `Name of ${id}`, role, departmentIds },
});

export const anna = staff('anna');
export const bo = staff('bo');
export const sara = staff('sara', 'specialist', ['SBF']);
export const sten = staff('sten', 'specialist', ['SBF']);
export const ulla = staff('ulla', 'specialist', ['UBF']);
export const mia = staff('mia', 'manager');

/** What anna's console knows of her. */
export const annasMe: Me = {
  ...anna.user,
  departmentIds: [],
  languages: ['sv'],
  skills: [],
  availability: 'available',
  availabilityReason: null,
  capacity: 3,
};

/** A command that starts a conversation of {@link visitor}. */
export const start: Command = {
  type: 'start',
  text: 'Behöver jag bygglov för ett uterum?',
  opening: {
    siteId: 'ekhamra',
    visitorId: 'visitor-00000001',
    language: 'sv',
    page: 'https://www.ekhamra.example/bygglov',
    topicId: 'bygglov',
    departmentId: 'SBF',
    contact: null,
  },
};

export const claim: Command = { type: 'claim', load: 0, capacity: 3 };

/** A hand-off to the building department, to a named specialist or to anybody there. */
export const handoff = (
  mode: 'consult' | 'join' | 'transfer' = 'join',
  user: Extract<Actor, { type: 'staff' }> | null = null,
): Extract<Command, { type: 'requestHandoff' }> => ({
  type: 'requestHandoff',
  mode,
  departmentId: 'SBF',
  user: user && { id: user.user.id, name: user.user.name },
  question: 'Får hon bygga utan lov?',
  reason: 'Tomten ligger utanför detaljplan',
  deadline: 1_000_000,
  skill: null,
});

/** A conversation as it grows: decides, places and folds, and keeps what was before. */
export class History {
  readonly messages: Message[] = [];
  conversation: Conversation | undefined;
  now = 1_000;

  /** Carries out a command. @throws LotsaError when the rules forbid it. */
  do(actor: Actor, command: Command, id = `message-${this.messages.length + 1}-000000`): Message {
    const draft = decide(this.conversation, command, { actor, id, now: this.now });
    const message = {
      ...draft,
      conversationId: 'conversation-0001',
      seq: this.messages.length + 1,
    };
    this.messages.push(message);
    this.conversation = evolve(this.conversation, message);
    this.now += 1_000;
    return message;
  }

  /** The error code a command is refused with; null when it is not refused. Nothing changes. */
  refusal(actor: Actor, command: Command): LotsaError['answer'] | null {
    try {
      decide(this.conversation, command, { actor, id: 'message-refused-00', now: this.now });
      return null;
    } catch (error) {
      if (error instanceof LotsaError) return error.answer;
      throw error;
    }
  }

  /** The conversation, which has begun. */
  get is(): Conversation {
    if (!this.conversation) throw new Error('not begun');
    return this.conversation;
  }

  /** The hand-off that was requested last. */
  get handoffId(): string {
    const last = this.is.handoffs.at(-1);
    if (!last) throw new Error('no hand-off');
    return last.id;
  }
}

/** A history that has begun with the visitor's question. */
export function begun(): History {
  const history = new History();
  history.do(visitor, start);
  return history;
}

/** A history that an agent (anna) has claimed. */
export function claimed(): History {
  const history = begun();
  history.do(anna, claim);
  return history;
}

const actors = [visitor, anna, bo, sara, sten, ulla, mia, system];
const modes = ['consult', 'join', 'transfer'] as const;

/** What anybody might try next; what the rules forbid is refused and leaves no trace. */
const attempt = fc.record({
  who: fc.constantFrom(...actors),
  what: fc.constantFrom<Command['type'][]>(
    'sendText',
    'sendText',
    'sendFile',
    'openCase',
    'sendNote',
    'leaveContact',
    'endByVisitor',
    'identify',
    'endIdentity',
    'claim',
    'claim',
    'offer',
    'endOffer',
    'declineOffer',
    'assign',
    'release',
    'returnToQueue',
    'close',
    'requestHandoff',
    'requestHandoff',
    'acceptHandoff',
    'acceptHandoff',
    'declineHandoff',
    'approveHandoff',
    'alertHandoff',
    'markReopened',
    'setSecrecy',
    'breakGlass',
    'mendGlass',
    'correctContact',
    'classify',
    'setDiaryNumber',
    'withdrawHandoff',
    'expireHandoff',
    'answerHandoff',
  ),
  mode: fc.constantFrom(...modes),
  named: fc.constantFrom(null, sara, sten),
  which: fc.nat(3),
  late: fc.boolean(),
});

type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;

function commandOf(history: History, { what, mode, named, which, late }: Attempt): Command {
  const handoffs = history.is.handoffs;
  const handoffId = handoffs[Math.max(0, handoffs.length - 1 - which)]?.id ?? 'handoff-that-is-none';
  switch (what) {
    case 'start':
    case 'register':
      return start;
    case 'identify':
      return {
        type: what,
        identity: { by: 'site', provider: '', subject: 'kund-1', name: 'Kim Ek', assurance: 'low', at: 1 },
      };
    case 'endIdentity':
      return { type: what };
    case 'sendText':
      return { type: what, text: 'Hej' };
    case 'sendFile':
      return {
        type: what,
        file: { id: 'file-00000000000001', name: 'lampa.jpg', type: 'image/jpeg', size: 9 },
      };
    case 'openCase':
      return { type: what, number: 'EKH-2026-000001', departmentId: 'SBF', promisedAt: 1_000_000 };
    case 'sendNote':
      return { type: what, text: 'Bara för oss' };
    case 'leaveContact':
      return { type: what, contact: { email: 'kim@example.se' } };
    case 'claim':
      return claim;
    case 'close':
      return { type: what, outcome: 'answered', topicId: 'bygglov' };
    case 'requestHandoff':
      return { ...handoff(mode, named), deadline: history.now + 60_000 };
    case 'declineHandoff':
      return { type: what, handoffId, reason: 'Inte vårt' };
    case 'acceptHandoff':
    case 'approveHandoff':
      return { type: what, handoffId, deadline: history.now + 60_000 };
    case 'alertHandoff':
      return { type: what, handoffId, alerted: late ? 'manager' : 'owner' };
    case 'setSecrecy':
      return { type: what, secret: named !== null, protectedIdentity: late };
    case 'classify':
      return { type: what, recordClass: late ? 'register' : 'minor', reason: 'Rättelse' };
    case 'setDiaryNumber':
      return { type: what, diaryNumber: 'KS 2026-1' };
    case 'breakGlass':
      return { type: what, reason: 'Tillsyn' };
    case 'mendGlass':
      if (late) history.now += GLASS_MS;
      return { type: what, userId: 'mia' };
    case 'correctContact':
      return { type: what, contact: { phone: '070-123 45 67' } };
    case 'markReopened':
      return { type: what, by: 'conversation-0002' };
    case 'withdrawHandoff':
    case 'expireHandoff':
    case 'answerHandoff':
      return { type: what, handoffId };
    case 'offer':
      return { type: what, user: { id: 'bo', name: 'Name of bo' }, until: history.now + 60_000 };
    case 'assign':
      return { type: what, user: { id: 'bo', name: 'Name of bo' } };
    case 'endOffer':
      return { type: what, reason: late ? 'missed' : 'left' };
    case 'declineOffer':
    case 'endByVisitor':
    case 'release':
    case 'returnToQueue':
      return { type: what };
  }
}

/** Any conversation that the rules allow. */
export const histories: fc.Arbitrary<History> = fc.array(attempt, { maxLength: 40 }).map((attempts) => {
  const history = begun();
  for (const each of attempts) {
    if (each.late) history.now += 90_000;
    try {
      history.do(each.who, commandOf(history, each));
    } catch (error) {
      if (!(error instanceof LotsaError)) throw error;
    }
  }
  return history;
});
