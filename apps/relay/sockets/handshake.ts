import { isActive } from '@lotsa/core';
import { fail, LotsaError, PROTOCOL_VERSION, Slug } from '@lotsa/protocol';
import * as v from 'valibot';
import { addressOf } from '../abuse/address.ts';
import type { Context } from '../context.ts';
import { cookieName, readCookie } from '../cookies.ts';
import { sessionOf } from '../tokens.ts';
import { visitorOf } from '../visitors.ts';
import { forgetRequest } from './forget-request.ts';
import type { StaffSocket, VisitorSocket } from './server.ts';

type Next = (error?: Error & { data?: unknown }) => void;

const Version = v.object({ protocol: v.unknown() });
const VisitorAuth = v.object({
  protocol: v.unknown(),
  siteId: Slug,
  token: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

/** Refuses a handshake with an error code; the client gets it as `error.data`. */
function refuse(next: Next, log: Context['log'], error: unknown): void {
  const known = error instanceof LotsaError;
  if (!known) log.error({ err: error }, 'handshake failed');
  const answer = known ? error.answer : fail('storage_unavailable', {}).answer;
  next(Object.assign(new Error(answer.code), { data: answer }));
}

/** The client's version must be ours: an older page reloads itself rather than misread. */
function checkVersion(auth: unknown): void {
  const version = v.safeParse(Version, auth);
  if (!version.success || version.output.protocol !== PROTOCOL_VERSION) {
    throw fail('protocol_mismatch', { version: PROTOCOL_VERSION });
  }
}

/** Lets a panel in that has paid its visit (`POST /api/sites/:site/visit`). */
export function visitorHandshake(context: Context) {
  return (socket: VisitorSocket, next: Next): void => {
    (async () => {
      checkVersion(socket.handshake.auth);
      const auth = v.safeParse(VisitorAuth, socket.handshake.auth);
      if (!auth.success) throw fail('unauthenticated', {});
      const { siteId, token } = auth.output;
      const visitor = await visitorOf(context, siteId, socket.handshake.headers.cookie, token);
      if (!visitor) throw fail('unauthenticated', {});
      const address = addressOf(socket.request, context.config.trustProxy);
      socket.data = { visitorId: visitor.visitorId, siteId, sessionId: visitor.sessionId, address };
      forgetRequest(socket);
    })().then(
      () => next(),
      (error: unknown) => refuse(next, context.log, error),
    );
  };
}

/** Lets a console in whose browser is signed in. */
export function staffHandshake(context: Context) {
  return (socket: StaffSocket, next: Next): void => {
    (async () => {
      checkVersion(socket.handshake.auth);
      const token = readCookie(socket.handshake.headers.cookie, cookieName(context.config, 'staff'));
      const session = await sessionOf(context, 'staff', token);
      const user = session && (await context.storage.get('users', session.subjectId));
      if (!session || !user || !isActive(user)) throw fail('unauthenticated', {});
      socket.data = { user, sessionId: session.id, expiresAt: session.expiresAt };
      forgetRequest(socket);
    })().then(
      () => next(),
      (error: unknown) => refuse(next, context.log, error),
    );
  };
}
