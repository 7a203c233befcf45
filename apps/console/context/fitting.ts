import { LIMITS, type Conversation } from '@lotsa/protocol';
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import type { Fitting } from './suggestions-for.ts';

/** What was found last, and for which conversation. */
const found = signal<{ readonly conversationId: string; readonly fitting: Fitting } | null>(null);

/** What fits what was just asked in a conversation; null while nothing is known. */
export const fittingOf = (conversationId: string): Fitting | null =>
  found.value?.conversationId === conversationId ? found.value.fitting : null;

/** Looks for what fits each time the visitor has written, and gives it. */
export function useFitting({ id, language }: Conversation): Fitting | null {
  const { staff, state } = useApp();
  const messages = state.value.threads[id]?.messages ?? [];
  // What the visitor has written since somebody answered.
  const since = messages.findLastIndex(({ kind, author }) => kind === 'text' && author.type === 'staff');
  const asked = messages
    .slice(since + 1)
    .flatMap((message) =>
      message.kind === 'text' && message.author.type === 'visitor' ? [message.text] : [],
    );
  const question = asked.slice(-3).join('\n').slice(0, LIMITS.text).trim();
  useEffect(() => {
    // What was found for the last question stays while it is being answered.
    if (question === '') return;
    let here = true;
    void staff.ask('knowledge:suggest', { question, language }).then((answer) => {
      if (here && answer.ok) found.value = { conversationId: id, fitting: answer.value };
    });
    return () => {
      here = false;
    };
  }, [staff, id, language, question]);
  return fittingOf(id);
}
