import { visitorCase } from '@lotsa/core';
import type { VisitorCase } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { askedInChat } from './asked-in-chat.ts';
import { caseOf } from './case-boxes.ts';

/** A case as its visitor sees it; one that was merged, by the case that goes on for it. */
export async function caseForVisitor(
  { cases, context }: Pick<Relay, 'cases' | 'context'>,
  doc: CaseDoc,
): Promise<VisitorCase> {
  const main = doc.mergedInto === null ? undefined : await cases.byNumber(doc.mergedInto);
  return {
    ...visitorCase(caseOf(doc), doc.log, main && { case: caseOf(main), log: main.log }),
    asked: await askedInChat(context.storage, doc),
  };
}
