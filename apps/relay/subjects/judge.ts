import { type Erasability, erasability, recordId } from '@lotsa/core';
import { everyDocument } from '../directory.ts';
import { type FoundDoc, refOf, type SubjectRelay } from './records.ts';

/** Says of records whether they may be erased now, by the rules as they are (rule S5). */
export async function judgeOf({
  context: { storage, now },
}: SubjectRelay): Promise<(found: FoundDoc) => Promise<Erasability>> {
  const rules = await everyDocument(storage, 'retentionRules');
  return async (found) => {
    const id = recordId(refOf(found));
    const [hold, registration] = await Promise.all([
      storage.get('legalHolds', id),
      storage.get('registrations', id),
    ]);
    const { type, doc } = found;
    return erasability(
      {
        record: type === 'case' ? { type, kind: doc.kind } : { type, recordClass: doc.recordClass },
        open: doc.open === 1,
        closedAt: doc.closedAt,
        held: hold !== undefined,
        transferred: registration?.state === 'transferred',
      },
      rules,
      now(),
    );
  };
}
