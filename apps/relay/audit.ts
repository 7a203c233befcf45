import { randomUUID } from 'node:crypto';
import type { StaffRef } from '@lotsa/protocol';
import type { AuditDoc } from '@lotsa/storage';
import type { Context } from './context.ts';

/** Writes down what somebody of the staff did, before it has an effect (rule P7). */
export type Audit = (
  actor: StaffRef,
  action: AuditDoc['action'],
  subjectId: string,
  reason?: string,
  /** The same one again is one entry: of what is looked at over and over. */
  once?: string,
) => Promise<void>;

/** Makes it. */
export function createAudit({ storage, now }: Context): Audit {
  return async ({ id: actorId, name: actorName }, action, subjectId, reason, once) => {
    await storage.insert('audit', [
      { id: once ?? randomUUID(), at: now(), actorId, actorName, action, subjectId, reason: reason ?? null },
    ]);
  };
}
