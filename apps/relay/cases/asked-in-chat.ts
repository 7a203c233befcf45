import { LIMITS, type VisitorCase } from '@lotsa/protocol';
import type { CaseDoc, Storage } from '@lotsa/storage';

/**
 * What the visitor wrote in the chat until it became a case. Whoever has the case's secret is the one who asked, as with what is sent by
 * a form; but the secret comes by mail, and of what is secret nothing that was said goes there (rule P6). Nothing, too, where the conversation has been
 * erased.
 */
export async function askedInChat(
  storage: Pick<Storage, 'get' | 'find'>,
  { conversationId, secret }: CaseDoc,
): Promise<VisitorCase['asked']> {
  if (conversationId === null || secret) return [];
  const conversation = await storage.get('conversations', conversationId);
  if (!conversation || conversation.secret) return [];
  const { docs } = await storage.find('messages', {
    index: 'bySeq',
    equals: { conversationId },
    limit: LIMITS.pageMessages,
  });
  const became = docs.findIndex((it) => it.kind === 'event' && it.event.type === 'caseOpened');
  return docs
    .slice(0, became === -1 ? undefined : became)
    .flatMap((it) =>
      it.kind === 'text' && it.author.type === 'visitor' ? [{ at: it.at, text: it.text }] : [],
    );
}
