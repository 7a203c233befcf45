import { PROTOCOL_VERSION } from '@lotsa/protocol';
import { Router } from 'express';
import type { Config } from '../config.ts';
import { cookieName } from '../cookies.ts';
import type { JsonSchema } from './openapi/json-schema.ts';
import { paths } from './openapi/paths.ts';
import { socketEvents } from './openapi/socket-events.ts';
import { webhooks } from './openapi/webhooks.ts';
import { STATUSES } from './statuses.ts';

/** The description of everything that is answered over HTTP, and of the sockets beside it (OpenAPI 3.1). */
function openapi(config: Config): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lotsa',
      version: String(PROTOCOL_VERSION),
      description: 'Chat and contact widget, relay and agent console for municipal contact centres.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: config.publicUrl }],
    paths: paths(),
    webhooks: webhooks(),
    components: {
      schemas: { Error: errorSchema() },
      securitySchemes: {
        secret: { type: 'http', scheme: 'bearer' },
        key: { type: 'http', scheme: 'bearer', description: 'A key that an administrator has made.' },
        staff: { type: 'apiKey', in: 'cookie', name: cookieName(config, 'staff') },
      },
    },
    'x-socket-events': socketEvents(),
  };
}

/** `GET /api/openapi.json`. */
export function openapiRouter(config: Config): Router {
  const document = JSON.stringify(openapi(config));
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(document);
  });
  return router;
}

function errorSchema(): JsonSchema {
  const code = { type: 'string', enum: Object.keys(STATUSES) };
  const error = {
    type: 'object',
    required: ['code', 'data'],
    properties: { code, data: { type: 'object' } },
  };
  return { type: 'object', required: ['error'], properties: { error } };
}
