import type { App } from '../app-context.ts';
import { openId } from '../routing/route.ts';

/** Texts that are offered as quotes. */
const QUOTES = 20;

/** Where a gap can be marked now: the conversation or the case that is open. */
export interface GapOrigin {
  readonly of: { readonly type: 'conversation' | 'case'; readonly id: string };
  /** Where the visitor was, if that is known. */
  readonly page: string;
  /** What the citizen wrote, the latest last; nothing of what is secret. */
  readonly words: readonly string[];
  readonly secret: boolean;
}

/** The open conversation or case as a gap's origin; null where there is none that this user reads. */
export function gapOriginOf({ route, state, cases }: App): GapOrigin | null {
  const { conversations, threads, me } = state.value;
  if (me?.role !== 'agent' && me?.role !== 'manager' && me?.role !== 'specialist') return null;
  const place = route.place.value;
  if (place.name === 'cases') {
    const open = cases.value.open;
    if (!open?.value || open.number !== place.number) return null;
    const { case: it, log } = open.value;
    const words = log.flatMap(({ author, event }) => {
      if (event.type === 'received')
        return event.opening.answers.flatMap(({ value, option }) =>
          typeof value === 'string' && !option ? [value] : [],
        );
      return event.type === 'supplemented' && author.type === 'visitor' ? [event.text] : [];
    });
    return {
      of: { type: 'case', id: it.number },
      page: conversations.get(it.conversationId ?? '')?.page ?? '',
      words: it.secret ? [] : shown(words),
      secret: it.secret,
    };
  }
  const id = openId(route);
  const conversation = id === null ? undefined : conversations.get(id);
  const thread = id === null ? undefined : threads[id];
  if (!conversation || !thread) return null;
  const words = thread.messages.flatMap((message) =>
    message.kind === 'text' && message.author.type === 'visitor' ? [message.text] : [],
  );
  return {
    of: { type: 'conversation', id: conversation.id },
    page: conversation.page ?? '',
    words: conversation.secret ? [] : shown(words),
    secret: conversation.secret,
  };
}

const shown = (words: readonly string[]): string[] =>
  words.filter((text) => text.trim() !== '').slice(-QUOTES);
