import type { Conversation, Message } from '@lotsa/protocol';
import { project } from '../port.ts';
import type { Connection } from './connection.ts';
import { latestOf, restOf } from './conversation-texts.ts';

/** By the index of those that are open: a closed one gets no more texts. */
const BEHIND = `SELECT id, doc, latest FROM conversations INDEXED BY "conversations_byOpen" WHERE open = 1
  AND EXISTS (SELECT 1 FROM messages WHERE "conversationId" = conversations.id AND seq > json_extract(latest, '$.seq'))`;
const TAIL = 'SELECT doc FROM messages WHERE "conversationId" = ? AND seq > ? ORDER BY seq';

/** Writes the rows of conversations anew that a crash left behind their messages (`Lagging`). */
export function repair(connection: Connection): void {
  connection.transaction(() => {
    for (const [id, doc, latest] of connection.all(BEHIND)) {
      let conversation = {
        ...(JSON.parse(String(doc)) as object),
        ...(JSON.parse(String(latest)) as object),
      } as Conversation;
      for (const [text] of connection.all(TAIL, String(id), conversation.seq)) {
        conversation = project(String(id), conversation, JSON.parse(String(text)) as Message).conversation;
      }
      connection.run(
        'UPDATE conversations SET doc = ?, latest = ? WHERE id = ?',
        restOf(conversation),
        latestOf(conversation),
        String(id),
      );
    }
  });
}
