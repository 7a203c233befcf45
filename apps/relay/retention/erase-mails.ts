import type { Context } from '../context.ts';

const BATCH = 100;

/**
 * Erases the mails of a case: those on their way out here and now; those that came in are struck out here and leave the mailbox
 * with its next reading.
 */
export async function eraseMails({ storage }: Pick<Context, 'storage'>, number: string): Promise<void> {
  const out = { index: 'byThread', equals: { thread: number }, limit: BATCH } as const;
  while ((await storage.remove('mails', out)) === BATCH);
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof storage.find<'incomingMails'>>> = await storage.find(
      'incomingMails',
      {
        index: 'byCase',
        equals: { caseNumber: number },
        limit: BATCH,
        after,
      },
    );
    for (const { id } of page.docs)
      await storage.update('incomingMails', id, { state: 'erasing', sender: '', subject: '', text: '' });
    after = page.next;
  } while (after !== null);
}
