import { visitorMessage } from '@lotsa/core';
import type { Conversation, VisitorMessage } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';

/** What goes into one mail: mail servers take some megabytes, and both forms carry it. */
const MOST_MESSAGES = 1_000;
const MOST_CHARACTERS = 400_000;
const PAGE = 500;

/**
 * What a visitor may see of its conversation, by the one gate between the staff's side and the visitor's: the latest of
 * it, as much as fits in a mail. `cut`: there was more before.
 */
export async function transcriptOf(
  storage: Storage,
  { id: conversationId }: Conversation,
): Promise<{ messages: VisitorMessage[]; cut: boolean }> {
  const messages: VisitorMessage[] = [];
  let characters = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof storage.find<'messages'>>> = await storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId },
      order: 'desc',
      limit: PAGE,
      after,
    });
    for (const message of page.docs) {
      const seen = visitorMessage(message, 0);
      if (!seen) continue;
      characters += seen.kind === 'text' ? seen.text.length : 100;
      if (messages.length >= MOST_MESSAGES || characters > MOST_CHARACTERS)
        return { messages: messages.toReversed(), cut: true };
      messages.push(seen);
    }
    after = page.next;
  } while (after !== null);
  return { messages: messages.toReversed(), cut: false };
}
