import type { Answer, Changed, StaffRequestEvents } from '@lotsa/protocol';
import type { Clock } from '../clock.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import type { Link } from '../link.ts';
import { newId } from '../new-id.ts';
import type { MutableState } from '../observable.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import { createTypingReporter } from '../typing-reporter.ts';
import { forgetDrafts, readDrafts, writeDraft } from './drafts.ts';
import type { StaffEntry } from './shown-thread.ts';
import type { StaffState } from './staff-console.ts';

/** What writing needs. */
export interface WritingOptions {
  link: Link<StaffRequestEvents>;
  store: KeyValueStore;
  clock: Clock;
  state: MutableState<StaffState>;
  /** A text is in its conversation. */
  onSent: (changed: Changed) => void;
  /** What is in the outbox has changed. */
  onChange: () => void;
}

/** What this user writes: drafts, that it is typing, and what is on its way. */
export interface Writing {
  readonly outbox: Outbox<StaffEntry>;
  setDraft(conversationId: string, text: string): void;
  setTyping(conversationId: string, typing: boolean): void;
  send(conversationId: string, kind: StaffEntry['kind'], text: string, toUserId?: string | null): void;
  /** Forgets what this user wrote and did not send. */
  forget(): void;
  dispose(): void;
}

/** Makes it, and shows the drafts that are on this device. */
export function createWriting({ link, store, clock, state, onSent, onChange }: WritingOptions): Writing {
  const outbox = createOutbox<StaffEntry>({ store, deliver, onChange });
  const typing = createTypingReporter(clock, (conversationId, isTyping) =>
    link.tell('typing:set', { conversationId, typing: isTyping }),
  );

  async function deliver(entry: StaffEntry): Promise<Answer<unknown> | null> {
    const { conversationId, id, kind, text, toUserId = null } = entry;
    const answer = await link.ask('message:send', { conversationId, id, kind, text, toUserId }, 'patient');
    if (answer?.ok) onSent(answer.value);
    return answer;
  }

  const setDraft = (conversationId: string, text: string): void =>
    state.set({ drafts: writeDraft(store, conversationId, text) });

  state.set({ drafts: readDrafts(store) });

  return {
    outbox,
    setDraft,
    setTyping: (conversationId, isTyping) => typing.set(conversationId, isTyping),
    send(conversationId, kind, text, toUserId = null) {
      const written = text.trim();
      if (!written) return;
      typing.set(conversationId, false);
      setDraft(conversationId, '');
      const at = clock.now();
      outbox.add({ id: newId(), conversationId, kind, text: written, at, error: null, toUserId });
    },
    forget() {
      forgetDrafts(store);
      outbox.clear();
    },
    dispose() {
      outbox.dispose();
      typing.dispose();
    },
  };
}
