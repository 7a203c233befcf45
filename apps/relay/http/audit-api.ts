import { type AuditEntry, AuditSelection, decode, Time } from '@lotsa/protocol';
import { Router } from 'express';
import * as v from 'valibot';
import { auditQuery } from '../audit/select.ts';
import type { Relay } from '../sockets/relay.ts';
import { BYTE_ORDER_MARK, csvRows } from './csv.ts';
import { rateLimit } from './rate-limit.ts';
import { isAdministrator, staffOnly } from './staff-only.ts';

const PAGE = 500;

const time = v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'time'), v.transform(Number), Time));
const Query = v.object({
  format: v.picklist(['csv', 'json']),
  actor: v.optional(v.string()),
  subject: v.optional(v.string()),
  from: time,
  to: time,
});

const COLUMNS = [
  'seq',
  'at',
  'actorId',
  'actorName',
  'action',
  'subjectId',
  'reason',
  'change',
  'before',
  'hash',
] as const;

/** `GET /api/audit`: entries of the audit log as a file, for administrators. The export is an entry too (rule P7). */
export function auditApiRouter(relay: Relay): Router {
  const limit = rateLimit(30, 600);
  const router = Router();

  router.get('/api/audit', async (request, response) => {
    const rule = { may: isAdministrator, limit, fresh: true };
    const { user } = await staffOnly(relay.context, request, rule);
    const { format, actor, subject, from = null, to = null } = decode(Query, request.query);
    const by =
      actor !== undefined
        ? { type: 'actor', id: actor }
        : subject !== undefined && { type: 'subject', id: subject };
    const selection = decode(AuditSelection, { from, to, ...(by && { by }) });
    await relay.audit(user, 'auditExported', by ? by.id : 'audit');

    const { storage, now } = relay.context;
    let page = await storage.find('audit', auditQuery(selection, PAGE, null));
    response
      .attachment(`audit-${new Date(now()).toISOString().slice(0, 10)}.${format}`)
      .setHeader('Cache-Control', 'no-store')
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
    response.write(format === 'csv' ? BYTE_ORDER_MARK + csvRows([COLUMNS]) : '[');
    let comma = '';
    for (;;) {
      for (const entry of page.docs) {
        response.write(format === 'csv' ? csvRows([rowOf(entry)]) : comma + JSON.stringify(entry));
        comma = ',\n';
      }
      if (page.next === null || response.destroyed) break;
      page = await storage.find('audit', auditQuery(selection, PAGE, page.next));
    }
    response.end(format === 'csv' ? '' : ']\n');
  });

  return router;
}

const rowOf = (entry: AuditEntry): unknown[] =>
  COLUMNS.map((column) => {
    if (column === 'at') return new Date(entry.at).toISOString();
    if (column === 'change') return entry.change ? JSON.stringify(entry.change) : '';
    return entry[column] ?? '';
  });
