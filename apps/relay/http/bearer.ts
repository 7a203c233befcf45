import type { Request } from 'express';

/** The token of an `Authorization: Bearer` header (RFC 6750, 2.1): unlike an address, it is in no log and no history. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1];
}
