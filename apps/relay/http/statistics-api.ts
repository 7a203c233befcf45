import { DEFINITIONS, localDate, openDataDays, openDataOf, seesStatistics } from '@lotsa/core';
import {
  decode,
  fail,
  FigureId,
  type OpenData,
  StatDate,
  type StatReport,
  StatSelection,
} from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { type Response, Router } from 'express';
import * as v from 'valibot';
import type { Relay } from '../sockets/relay.ts';
import { BYTE_ORDER_MARK, csvRows } from './csv.ts';
import { rateLimit } from './rate-limit.ts';
import { staffOnly } from './staff-only.ts';

const format = v.optional(v.picklist(['csv', 'json']), 'json');
const Format = v.object({ format });
const OpenQuery = v.object({ format, from: v.optional(StatDate), to: v.optional(StatDate) });
/** Open data is read again no more often. */
const FRESH_S = 3_600;

/**
 * `GET /api/statistics`: a selection as a file, for those who see it in the console; the export is an audit entry (rule P7).
 * `GET /api/open-data/{site}`: what the municipality has chosen to publish, for everybody.
 */
export function statisticsApiRouter(relay: Relay): Router {
  const { statistics, context, audit } = relay;
  const limit = rateLimit(60, 600);
  const openLimit = rateLimit(30, 60);
  const router = Router();

  router.get('/api/statistics', async (request, response) => {
    const may = ({ role }: UserDoc): boolean => seesStatistics(role);
    const { user } = await staffOnly(context, request, { may, limit, fresh: true });
    const { format: as, ...query } = decode(v.looseObject(Format.entries), request.query);
    const selection = decode(StatSelection, query);
    const report = await statistics.report(user, selection);
    const { siteId, from, to } = selection;
    await audit(user, 'statisticsExported', `${siteId} ${from}–${to}`);
    response.setHeader('Cache-Control', 'no-store');
    response.attachment(`statistics-${siteId}-${from}-${to}.${as}`);
    if (as === 'json') response.json(report);
    else sendCsv(response, await rowsOfReport(report));
  });

  router.get('/api/open-data/:site', async (request, response) => {
    await openLimit.take(request.ip ?? '');
    const { format: as, from, to } = decode(OpenQuery, request.query);
    const asked = openDataDays(localDate(context.now(), 'Europe/Stockholm'), { from, to });
    if (!asked) throw fail('invalid_payload', { field: 'from', rule: 'order' });
    const found = await statistics.published(request.params.site, asked.from, asked.to);
    const data = openDataOf(found.report, found.settings.published);
    response.setHeader('Cache-Control', `public, max-age=${FRESH_S}`);
    // Anybody's page may use it: it is public, and no cookie goes with it.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (as === 'json') response.json(data);
    else {
      response.attachment(`open-data-${data.site}-${data.from}-${data.to}.csv`);
      sendCsv(response, rowsOfOpenData(data));
    }
  });

  /** One row a figure: what it is of, its value, of how many, and what it was in the days that it is compared with. */
  async function rowsOfReport(report: StatReport): Promise<unknown[][]> {
    const { sites, departments, topics } = await relay.directory();
    const site = sites.get(report.selection.siteId);
    const nameOf = (part: string, key: string): string => {
      if (part === 'department') return departments.get(key)?.name.sv ?? key;
      if (part === 'topic') return topics.get(key)?.name.sv ?? key;
      return key;
    };
    const { figures, compared, survey, series, by } = report;
    return [
      ['part', 'key', 'name', 'figure', 'value', 'of', 'before'],
      ...FigureId.options.map((id) => [
        'all',
        '',
        DEFINITIONS[id].name.sv,
        id,
        figures[id].value,
        figures[id].of,
        compared?.figures[id].value,
      ]),
      ...survey.map(({ question, value, of }, at) => [
        'survey',
        question,
        site?.survey.find(({ id }) => id === question)?.question.sv ?? question,
        'index',
        value,
        of,
        compared?.survey[at]?.value,
      ]),
      ...[['period', series] as const, ...Object.entries(by)].flatMap(([part, rows]) =>
        rows.flatMap(({ key, contacts, answerRate, solveRate, medianWait }) =>
          Object.entries({ contacts, answerRate, solveRate, medianWait }).map(([figure, value]) => [
            part,
            key,
            nameOf(part, key),
            figure,
            value,
            contacts,
            '',
          ]),
        ),
      ),
    ];
  }

  return router;
}

const rowsOfOpenData = ({ figures, months }: OpenData): unknown[][] => [
  ['part', 'key', 'name', 'definition', 'unit', 'value', 'of'],
  ...figures.map(({ id, name, definition, unit, value, of }) => [
    'figure',
    id,
    name.sv,
    definition.sv,
    unit,
    value,
    of,
  ]),
  ...months.map(({ month, contacts }) => ['month', month, '', '', 'count', contacts, '']),
];

function sendCsv(response: Response, rows: unknown[][]): void {
  response.type('text/csv; charset=utf-8').send(BYTE_ORDER_MARK + csvRows(rows));
}
