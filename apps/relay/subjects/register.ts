import { subjectDeadline } from '@lotsa/core';
import { fail, type StaffRef, type SubjectAct, type SubjectRequest } from '@lotsa/protocol';
import type { Context } from '../context.ts';

/** The clock of the municipality: deadlines end with its day. */
const TIME_ZONE = 'Europe/Stockholm';

/** An act as it is entered: who and when is known. */
type NewAct = SubjectAct extends infer A ? (A extends SubjectAct ? Omit<A, 'at' | 'by'> : never) : never;

/** What is asked for when one is entered or changed. */
export type SubjectFields = Pick<
  SubjectRequest,
  'name' | 'replyTo' | 'language' | 'receivedAt' | 'identity' | 'identityNote' | 'terms' | 'note'
>;

/** The register of what people asked for about their own data (rule S1). */
export interface SubjectRegister {
  get(id: string): Promise<SubjectRequest>;
  enter(id: string, kind: SubjectRequest['kind'], fields: SubjectFields): Promise<SubjectRequest>;
  /**
   * Changes one and enters what was done.
   * @param revision the one that was decided on; null enters only what was done.
   */
  change(
    id: string,
    revision: number | null,
    act: NewAct,
    by: StaffRef,
    set?: Partial<SubjectRequest>,
  ): Promise<SubjectRequest>;
}

const MAX_CONFLICTS = 20;
/** What was looked at again and again is counted, not remembered each time. */
const MAX_ACTS = 200;

/** By when a request is to be answered. */
const deadlineOf = (receivedAt: number, extended: string | null): number =>
  subjectDeadline(receivedAt, extended === null ? 1 : 3, TIME_ZONE);

/** Makes it. */
export function subjectRegister({ storage, now }: Context): SubjectRegister {
  async function get(id: string): Promise<SubjectRequest> {
    const found = await storage.get('subjectRequests', id);
    if (!found) throw fail('not_found', {});
    return found;
  }
  return {
    get,
    async enter(id, kind, fields) {
      const request: SubjectRequest = {
        id,
        kind,
        state: 'open',
        ...fields,
        deadline: deadlineOf(fields.receivedAt, null),
        extended: null,
        outcome: null,
        grounds: [],
        answer: null,
        decidedAt: null,
        decidedBy: null,
        acts: [],
        revision: 0,
      };
      await storage.insert('subjectRequests', [request]);
      return get(id);
    },
    async change(id, revision, act, by, set = {}) {
      for (let tries = 0; tries < MAX_CONFLICTS; tries += 1) {
        const before = await get(id);
        if (before.state === 'done' && act.type !== 'exported')
          throw fail('wrong_status', { status: 'done' });
        if (revision !== null && before.revision !== revision)
          throw fail('changed_meanwhile', { name: null });
        const at = now();
        const after = { ...before, ...set };
        const changed = await storage.update(
          'subjectRequests',
          id,
          {
            ...set,
            deadline: deadlineOf(after.receivedAt, after.extended),
            acts: [...before.acts, { ...act, at, by }].slice(-MAX_ACTS),
            revision: before.revision + 1,
          },
          { revision: before.revision },
        );
        if (changed) return changed;
        if (revision !== null) throw fail('changed_meanwhile', { name: null });
      }
      throw fail('storage_unavailable', {});
    },
  };
}
