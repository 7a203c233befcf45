import { randomUUID } from 'node:crypto';
import type { Conversation, ConversationEvent, NewMessage, Opening } from '@lotsa/protocol';
import type { AppendResult, SessionDoc, Storage } from '@lotsa/storage';

/** A new id, of the kind that senders make. */
export const newId = (): string => randomUUID();

/** 2026-11-21T08:00Z. */
export const NOON = Date.UTC(2026, 10, 21, 8);

function opening(over: Partial<Opening> = {}): Opening {
  return {
    siteId: 'ekhamra',
    visitorId: newId(),
    language: 'sv',
    page: 'https://www.ekhamra.example/avfall',
    topicId: null,
    departmentId: null,
    contact: null,
    ...over,
  };
}

export function openingText(over: Partial<Opening> = {}, at = NOON): NewMessage {
  const author = { type: 'visitor' } as const;
  return { id: newId(), author, at, audience: 'public', kind: 'text', text: 'Hej!', opening: opening(over) };
}

export function text(words: string, at = NOON + 1): NewMessage {
  return { id: newId(), author: { type: 'visitor' }, at, audience: 'public', kind: 'text', text: words };
}

export function note(words: string, at = NOON + 1): NewMessage {
  const author = { type: 'staff', id: 'amina', name: 'Amina' } as const;
  return { id: newId(), author, at, audience: 'staff', kind: 'note', text: words };
}

export function told(event: ConversationEvent, at = NOON + 2): NewMessage {
  const author = { type: 'staff', id: 'amina', name: 'Amina' } as const;
  return { id: newId(), author, at, audience: 'public', kind: 'event', event };
}

export function session(over: Partial<SessionDoc> = {}): SessionDoc {
  const id = newId();
  return {
    id,
    kind: 'staff',
    subjectId: 'amina',
    siteId: '',
    createdAt: NOON,
    expiresAt: NOON + 1,
    seenAt: NOON,
    ...over,
  };
}

/** The conversation after an append that must not fail. */
export function after(result: AppendResult): Conversation {
  if (result.status !== 'appended') throw new Error(`the append ended as ${result.status}`);
  return result.conversation;
}

/** Begins a conversation of its own. */
export async function begin(storage: Storage, over: Partial<Opening> = {}, at = NOON): Promise<Conversation> {
  return after(await storage.append(newId(), undefined, openingText(over, at)));
}

/** Appends as the relay does: on a conflict, again on the conversation as it is now. */
export async function appendAgain(
  storage: Storage,
  conversationId: string,
  before: Conversation | undefined,
  message: NewMessage,
): Promise<Exclude<AppendResult, { status: 'conflict' }>> {
  let current = before;
  for (;;) {
    const result = await storage.append(conversationId, current, message);
    if (result.status !== 'conflict') return result;
    current = await storage.load(conversationId);
  }
}
