import { staffRequests, visitorRequests } from '@lotsa/protocol';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Forms, Me, OneForm, VisitAnswer } from '../../../../apps/relay/http/openapi/answers.ts';
import { routesOf } from '../../../support/routes.ts';
import { PASSWORD, runRelay } from '../running-relay.ts';

interface Document {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object; securitySchemes: Record<string, { name: string }> };
  'x-socket-events': Record<string, { requests: Record<string, { payload: Schema }>; facts: object }>;
}
interface Operation {
  summary: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>;
}
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  maxLength?: number;
}

async function description(): Promise<Document> {
  const { ask } = await runRelay();
  const response = await ask('/api/openapi.json');
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return (await response.json()) as Document;
}

describe('the description of the HTTP interface', { timeout: 30_000 }, () => {
  it('is OpenAPI 3.1 as its specification asks for', async () => {
    const { openapi, info, paths } = await description();
    expect(openapi).toMatch(/^3\.1\.\d$/);
    expect(info).toMatchObject({ title: 'Lotsa', version: expect.any(String) as string });
    for (const [path, methods] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { summary, parameters = [], responses } of Object.values(methods)) {
        expect(summary).not.toBe('');
        const ofPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(ofPath.map(({ name }) => name)).toEqual(inPath);
        expect(ofPath.every(({ required }) => required)).toBe(true);
        expect(parameters.every((parameter) => ['path', 'query'].includes(parameter.in))).toBe(true);
        expect(Object.keys(responses).every((status) => /^[1-5]\d\d$/.test(status))).toBe(true);
        expect(Object.values(responses).every((response) => response.description !== '')).toBe(true);
      }
    }
  });

  it('refers to nothing that is not in it', async () => {
    const document = await description();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) =>
      path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document),
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references).not.toContain(undefined);
  });

  it('describes what is served: each operation is a route, and each route below /api is described', async () => {
    const { routes } = await routesOf(() => runRelay());
    const { paths } = await description();
    // A parameter may have a better name in the description.
    const served = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, '{}')}`);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`),
    );
    expect(described.filter((operation) => !served.includes(operation))).toEqual([]);
    const api = served.filter((route) => route.includes(' /api/'));
    expect(api.filter((route) => !described.includes(route))).toEqual([]);
  });

  it('gives the schema of what is sent, with its limits', async () => {
    const { paths } = await description();
    const schema = paths['/api/session']?.['post']?.requestBody?.content['application/json']?.schema;
    expect(schema).toMatchObject({ type: 'object', required: ['user', 'password'] });
    expect(schema?.properties?.['user']?.type).toBe('string');
  });

  it('describes answers as they are', async () => {
    const { post } = await runRelay();
    const me = await post('/api/session', { user: 'agent-01', password: PASSWORD });
    expect(v.is(Me, await me.json())).toBe(true);
    const visit = await post('/api/sites/ekhamra/visit', { withoutCookie: true });
    expect(v.safeParse(VisitAnswer, await visit.json()).issues).toBeUndefined();
    const { ask } = await runRelay();
    const forms = await ask('/api/sites/ekhamra/forms');
    expect(v.safeParse(Forms, await forms.json()).issues).toBeUndefined();
    const form = await ask('/api/sites/ekhamra/forms/synpunkt');
    expect(v.safeParse(OneForm, await form.json()).issues).toBeUndefined();
  });

  it('describes every request of the sockets with its payload', async () => {
    const events = (await description())['x-socket-events'];
    expect(Object.keys(events['/visitor']!.requests)).toEqual(Object.keys(visitorRequests));
    expect(Object.keys(events['/staff']!.requests)).toEqual(Object.keys(staffRequests));
    expect(events['/visitor']!.requests['message:send']!.payload.properties).toMatchObject({
      conversationId: { type: 'string' },
      id: { type: 'string' },
      text: { type: 'string', maxLength: 4000 },
    });
  });
});
