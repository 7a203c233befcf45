import { recordId } from '@lotsa/core';
import {
  fail,
  type RecordRef,
  type RetentionAnswers,
  type retentionRequests,
  type Role,
} from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

const PAGE = 50;

/** Looking after what is kept and erased (rule P4): administrators, and to look and to hold registrars. */
export function retentionHandlers({
  relay,
  user,
  requireProof,
}: StaffDesk): Handlers<typeof retentionRequests, RetentionAnswers> {
  const { storage } = relay.context;
  const requireRole = (...roles: Role[]): void => {
    if (!roles.includes(user.role)) throw fail('forbidden', {});
  };

  async function exists(of: RecordRef): Promise<boolean> {
    if (of.type === 'conversation') return (await relay.conversations.load(of.id)) !== undefined;
    return (await relay.cases.byNumber(of.id)) !== undefined;
  }

  return {
    async 'retention:preview'() {
      requireRole('administrator', 'registrar');
      return relay.retention.preview();
    },
    async 'retention:run'() {
      requireRole('administrator');
      await requireProof();
      await relay.audit(user, 'retentionRun', 'retention');
      return relay.retention.run({ id: user.id, name: user.name });
    },
    async 'retention:log'({ after }) {
      requireRole('administrator', 'registrar');
      const query = { index: 'byTime', order: 'desc', limit: PAGE, after } as const;
      const { docs, next } = await storage.find('retentionLog', query);
      return { entries: docs, next };
    },
    async 'holds:list'({ after }) {
      requireRole('administrator', 'registrar');
      const query = { index: 'byTime', order: 'desc', limit: PAGE, after } as const;
      const { docs, next } = await storage.find('legalHolds', query);
      return { holds: docs, next };
    },
    async 'hold:set'({ of, reason }) {
      requireRole('administrator', 'registrar');
      if (!(await exists(of))) throw fail('not_found', {});
      await relay.audit(user, 'holdSet', recordId(of), { reason });
      return relay.retention.hold(of, reason, { id: user.id, name: user.name });
    },
    async 'hold:lift'({ of, reason }) {
      requireRole('administrator', 'registrar');
      if (!(await storage.get('legalHolds', recordId(of)))) throw fail('not_found', {});
      await relay.audit(user, 'holdLifted', recordId(of), { reason });
      await relay.retention.lift(of);
      return null;
    },
  };
}
