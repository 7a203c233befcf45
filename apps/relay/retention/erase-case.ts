import { recordId } from '@lotsa/core';
import type { CaseDoc } from '@lotsa/storage';
import { eraseMails } from './erase-mails.ts';
import type { Relay } from '../sockets/relay.ts';

/** Erases a case with its files and what is found of it, itself last. @returns whether it was there. */
export async function eraseCase(
  {
    context,
    files,
    earlierAnswers,
    feedback,
  }: Pick<Relay, 'context' | 'files' | 'earlierAnswers' | 'feedback'>,
  doc: CaseDoc,
): Promise<boolean> {
  const { storage } = context;
  const forget = () => earlierAnswers.forget('case', doc.number);
  const ofLog = doc.log.flatMap(({ event }) => {
    if (event.type === 'received') return event.opening.files;
    return event.type === 'supplemented' ? event.files : [];
  });
  await files.erase(ofLog.map(({ id }) => id));
  await eraseMails(context, doc.number);
  await forget();
  await feedback.gaps.forget(recordId({ type: 'case', id: doc.number }));
  // Who wrote to it meanwhile has opened it again.
  const erased = await storage.removeOne('cases', doc.id, { seq: doc.seq });
  await forget();
  if (erased)
    await storage.update('registrations', recordId({ type: 'case', id: doc.number }), { state: 'erased' });
  return erased;
}
