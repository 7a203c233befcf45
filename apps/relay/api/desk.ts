import { actorOfKey, type StaffActor } from '@lotsa/core';
import { type ApiKey, type ApiScope, fail } from '@lotsa/protocol';
import type { Request, Response } from 'express';
import { bearerOf } from '../http/bearer.ts';
import { rateLimit } from '../http/rate-limit.ts';
import type { Relay } from '../sockets/relay.ts';

/** Requests of one key in a minute. */
const OF_KEY = 600;
/** Requests without a good key from one address in ten minutes. */
const OF_STRANGER = 100;
const HOUR_MS = 60 * 60_000;

/** Another system that asks. */
export interface Asker {
  key: ApiKey;
  user: StaffActor;
}

/** Lets other systems in by their keys, and writes down what they read and change (rule P7). */
export interface ApiDesk {
  relay: Relay;
  /** Whose request it is. @throws LotsaError `unauthenticated`, `forbidden` without the scope, `rate_limited`. */
  asker(request: Request, response: Response, scope: ApiScope): Promise<Asker>;
  /** Before something is shown: once an hour for each key and subject. */
  read(asker: Asker, subject: string): Promise<void>;
  /** Before something is changed. */
  written(asker: Asker, subject: string, what: string): Promise<void>;
}

/** Makes it. */
export function createApiDesk(relay: Relay): ApiDesk {
  const { context, integrations, audit } = relay;
  const ofKey = rateLimit(OF_KEY, 60);
  const ofStranger = rateLimit(OF_STRANGER, 600);
  return {
    relay,
    async asker(request, response, scope) {
      response.setHeader('Cache-Control', 'no-store');
      const key = await integrations.apiKeys.of(bearerOf(request));
      if (!key) {
        await ofStranger.take(request.ip ?? '');
        // RFC 6750, 3.
        response.setHeader('WWW-Authenticate', 'Bearer');
        throw fail('unauthenticated', {});
      }
      await ofKey.take(key.id);
      if (!key.scopes.includes(scope)) throw fail('forbidden', {});
      return { key, user: actorOfKey(key) };
    },
    async read({ key }, subject) {
      const hour = Math.floor(context.now() / HOUR_MS);
      await audit(key, 'apiRead', subject, { once: `api-${key.id}-${subject}-${hour}` });
    },
    async written({ key }, subject, what) {
      await audit(key, 'apiWritten', subject, { reason: what });
    },
  };
}
