import { type AuditAnswers, type auditRequests, fail, type StaffRef } from '@lotsa/protocol';
import { verify } from '../audit/chain.ts';
import { auditQuery } from '../audit/select.ts';
import type { Handlers } from './dispatch.ts';
import type { Relay } from './relay.ts';
import type { StaffDesk } from './staff-desk.ts';

const PAGE = 50;
const HOUR_MS = 60 * 60 * 1000;

/** Looking things up in the audit log, which is an entry too (rule P7): once an hour, or the log would fill with itself. */
export function auditHandlers({ relay, user }: StaffDesk): Handlers<typeof auditRequests, AuditAnswers> {
  const { storage } = relay.context;
  const looks = async (): Promise<void> => {
    if (user.role !== 'administrator') throw fail('forbidden', {});
    await noteLook(relay, user);
  };
  return {
    async 'audit:list'({ after, ...selection }) {
      await looks();
      const { docs, next } = await storage.find('audit', auditQuery(selection, PAGE, after));
      return { entries: docs, next };
    },
    async 'audit:verify'() {
      await looks();
      const found = await verify(storage);
      // Who keeps the log elsewhere can tell by the hash whether entries were cut off at the end.
      if (found.whole)
        relay.context.log.info({ entries: found.entries, hash: found.hash }, 'audit log is whole');
      else relay.context.log.error({ seq: found.seq }, 'audit log was changed');
      return found;
    },
  };
}

async function noteLook({ audit, context }: Relay, user: StaffRef): Promise<void> {
  const hour = Math.floor(context.now() / HOUR_MS);
  await audit(user, 'auditRead', 'audit', { once: `auditRead ${user.id} ${hour}` });
}
