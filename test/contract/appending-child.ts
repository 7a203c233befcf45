/**
 * A process to be killed: appends to the conversations named in its arguments after the file, from several callers
 * each, and writes `conversation message seq` for each message once it is acknowledged.
 */
import { writeSync } from 'node:fs';
import { openEmbedded } from '@lotsa/storage/embedded';
import { appendAgain, openingText, text } from './samples.ts';

const [file = '', ...conversationIds] = process.argv.slice(2);
const storage = await openEmbedded({ file });

async function writeOn(conversationId: string): Promise<never> {
  for (;;) {
    const before = await storage.load(conversationId);
    const message = before ? text('Kvar?') : openingText();
    const result = await appendAgain(storage, conversationId, before, message);
    if (result.status === 'appended') writeSync(1, `${conversationId} ${message.id} ${result.message.seq}\n`);
  }
}

await Promise.all(conversationIds.flatMap((id) => [1, 2, 3].map(() => writeOn(id))));
