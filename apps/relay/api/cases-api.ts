import { createHash } from 'node:crypto';
import { apiCase, apiEntry, caseTypeOf, maskPersonalNumbers, requireCaseAccess } from '@lotsa/core';
import {
  type ApiCases,
  ApiCasesQuery,
  type ApiCaseStatus,
  ApiNewCase,
  ApiNewEntry,
  type ApiWholeCase,
  CaseNumber,
  decode,
  fail,
} from '@lotsa/protocol';
import type { CaseDoc, Query } from '@lotsa/storage';
import { Router } from 'express';
import * as v from 'valibot';
import { mailCaseEntry, mailCaseReceived } from '../cases/case-mail.ts';
import { promisedDate } from '../cases/open-case.ts';
import { isSecret } from '../directory.ts';
import { jsonBody } from '../http/body.ts';
import type { ApiDesk, Asker } from './desk.ts';

/** `/api/v1/cases`: those that there are, what happened to those that are not secret, new ones, and what is added to them. */
export function casesRouter(desk: ApiDesk): Router {
  const { relay } = desk;
  const { cases } = relay;
  const { storage } = relay.context;
  const router = Router();

  async function found(number: string): Promise<CaseDoc> {
    const doc = v.is(CaseNumber, number) ? await cases.byNumber(number) : undefined;
    if (!doc) throw fail('not_found', {});
    return doc;
  }

  const whole = ({ user }: Asker, doc: CaseDoc): ApiWholeCase => ({
    case: apiCase(user, doc),
    contact: doc.contact,
    log: doc.log.map(apiEntry),
  });

  router.get('/api/v1/cases', async (request, response) => {
    const asker = await desk.asker(request, response, 'cases:read');
    const { state, department, after, limit } = decode(ApiCasesQuery, request.query);
    await desk.read(asker, 'cases');
    const page = { limit, after: after || null };
    const { docs, next } = await storage.find('cases', { ...queryOf(state, department), ...page });
    const shown = docs.map((doc) => apiCase(asker.user, doc));
    response.json({ cases: shown, next } satisfies v.InferOutput<typeof ApiCases>);
  });

  router.get('/api/v1/cases/:number', async (request, response) => {
    const asker = await desk.asker(request, response, 'cases:read');
    const doc = await found(request.params.number);
    requireCaseAccess(asker.user, doc);
    await desk.read(asker, doc.id);
    response.json(whole(asker, doc));
  });

  router.get('/api/v1/cases/:number/status', async (request, response) => {
    const asker = await desk.asker(request, response, 'cases:read');
    const doc = await found(request.params.number);
    await desk.read(asker, doc.id);
    const { number, status, open, promisedAt, lastAt } = doc;
    response.json({ number, status, open: open === 1, promisedAt, lastAt } satisfies ApiCaseStatus);
  });

  router.post('/api/v1/cases', jsonBody, async (request, response) => {
    const asker = await desk.asker(request, response, 'cases:write');
    const wanted = decode(ApiNewCase, request.body);
    const { sites, topics, departments, caseTypes } = await relay.directory();
    const site = sites.get(wanted.siteId);
    const topic = topics.get(wanted.topicId ?? '');
    const departmentId = wanted.departmentId ?? topic?.departmentId ?? null;
    const type = caseTypes.find(({ id }) => id === wanted.kind);
    if (!site) throw fail('invalid_payload', { field: 'siteId', rule: 'unknown' });
    if (!type) throw fail('invalid_payload', { field: 'kind', rule: 'unknown' });
    if (wanted.topicId !== null && !topic)
      throw fail('invalid_payload', { field: 'topicId', rule: 'unknown' });
    if (departmentId !== null && !departments.has(departmentId))
      throw fail('invalid_payload', { field: 'departmentId', rule: 'unknown' });
    // Where nobody is asked who it is, nobody is told either (TF 2:18).
    if (type.anonymous && wanted.contact?.name !== undefined)
      throw fail('invalid_payload', { field: 'contact.name', rule: 'asks_who' });
    const of = createHash('sha256').update(`${asker.key.id}\n${wanted.id}`).digest('hex');
    const caseId = `api:${of}`;
    if (!(await cases.get(caseId))) await desk.written(asker, caseId, 'case');
    const title = wanted.title === null ? null : { sv: maskPersonalNumbers(wanted.title).text };
    const value = maskPersonalNumbers(wanted.text).text;
    const opening = {
      kind: type.id,
      title: title ?? topic?.name ?? type.name,
      language: wanted.language,
      formId: null,
      conversationId: null,
      topicId: topic?.id ?? null,
      departmentId,
      contact: wanted.contact,
      secret: isSecret(departments.get(departmentId ?? '')),
      promisedAt: await promisedDate(relay, site, departmentId, {
        kind: type.id,
        topicId: topic?.id ?? null,
      }),
      answers: [{ name: 'question', label: QUESTION, value }],
      files: [],
      ...(type.front ? { front: true as const } : {}),
    };
    const by = { actor: { type: 'staff', user: asker.user } as const, id: 'received-by-api' };
    const doc = await cases.open(caseId, site, opening, by);
    await mailCaseReceived(relay, doc);
    response.status(201).json(apiCase(asker.user, doc));
  });

  router.post('/api/v1/cases/:number/entries', jsonBody, async (request, response) => {
    const asker = await desk.asker(request, response, 'cases:write');
    const { id, ...wanted } = decode(ApiNewEntry, request.body);
    const doc = await found(request.params['number'] ?? '');
    requireCaseAccess(asker.user, doc);
    const { caseTypes } = await relay.directory();
    const command =
      wanted.type === 'status'
        ? ({
            type: 'setStatus',
            status: wanted.status,
            flow: caseTypeOf(caseTypes, doc.kind).statuses,
            ...(wanted.text === null ? {} : { text: wanted.text }),
          } as const)
        : wanted;
    const repeated = doc.log.some((entry) => entry.id === id);
    if (!repeated) await desk.written(asker, doc.id, wanted.type);
    const by = { actor: { type: 'staff', user: asker.user } as const, id };
    const changed = await cases.execute(doc.number, command, by);
    const entry = changed.log.find((one) => one.id === id);
    if (entry) await mailCaseEntry(relay, changed, entry);
    response.status(201).json(whole(asker, changed));
  });

  return router;
}

const QUESTION = { sv: 'Vad det gäller', en: 'What it is about' };

function queryOf(state: 'open' | 'ended', departmentId: string | undefined): Omit<Query<'cases'>, 'limit'> {
  if (departmentId === undefined)
    return state === 'open'
      ? { index: 'byOpen', equals: { open: 1 } }
      : { index: 'byEnd', equals: { open: 0 }, order: 'desc' };
  return state === 'open'
    ? { index: 'byDepartment', equals: { departmentId, open: 1 } }
    : { index: 'byDepartmentEnd', equals: { departmentId, open: 0 }, order: 'desc' };
}
