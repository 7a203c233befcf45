import { isActive } from '@lotsa/core';
import { decode, fail, type Me, SignIn } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { Router } from 'express';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { cookieName, readCookie } from '../cookies.ts';
import { isPassword } from '../passwords.ts';
import { newToken, sessionOf, tokenId } from '../tokens.ts';
import { jsonBody } from './body.ts';
import { SignInLimits } from './sign-in-limits.ts';

/** How long a sign-in lasts, whatever happens in it: a working day with its evening. */
const SESSION_MS = 12 * 60 * 60 * 1000;

/** The member of the staff whose session a `Cookie` header carries; undefined without one that is still good. */
export async function staffSession(
  cookieHeader: string | undefined,
  context: Context,
): Promise<UserDoc | undefined> {
  const token = readCookie(cookieHeader, cookieName(context.config, 'staff'));
  const session = await sessionOf(context, 'staff', token);
  const user = session && (await context.storage.get('users', session.subjectId));
  return user && isActive(user) ? user : undefined;
}

/** The id of the session that a `Cookie` header names, whether or not it is still good: sockets are grouped by it. */
function staffSessionId(cookieHeader: string | undefined, config: Config): string | undefined {
  const token = readCookie(cookieHeader, cookieName(config, 'staff'));
  return token && tokenId(token);
}

/** A user as its own console sees it. */
export function meOf(user: UserDoc): Me {
  const { id, name, role, departmentIds, languages, skills, availability, availabilityReason, capacity } =
    user;
  return { id, name, role, departmentIds, languages, skills, availability, availabilityReason, capacity };
}

/**
 * `/api/session`: POST signs in and GET tells who is signed in, both answered with {@link Me}, or null
 * when nobody is; DELETE signs out.
 * @param onSignOut is told the id of a session that was ended by its user, so that its sockets can be told.
 */
export function sessionRouter(context: Context, onSignOut: (sessionId: string) => void): Router {
  const { config, storage, now } = context;
  const limits = new SignInLimits();
  const cookie = cookieName(config, 'staff');
  // Strict: the console asks from its own page only, also when that page was opened by a link from elsewhere.
  const attributes = {
    httpOnly: true,
    sameSite: 'strict',
    secure: config.cookies.secure,
    path: '/',
  } as const;
  const router = Router();

  router.post('/api/session', jsonBody, async (request, response) => {
    const { user: name, password } = decode(SignIn, request.body);
    const address = request.ip ?? '';
    await limits.attempt(name, address);
    const user = await storage.get('users', name);
    const right = await isPassword(user?.passwordHash, password);
    if (!user || !isActive(user) || !right) throw fail('wrong_credentials', {});
    await limits.succeeded(name, address);
    const token = newToken();
    const createdAt = now();
    await storage.insert('sessions', [
      {
        id: tokenId(token),
        kind: 'staff',
        subjectId: user.id,
        siteId: '',
        createdAt,
        expiresAt: createdAt + SESSION_MS,
        seenAt: createdAt,
      },
    ]);
    response.cookie(cookie, token, { ...attributes, maxAge: SESSION_MS }).json(meOf(user));
  });

  router.get('/api/session', async (request, response) => {
    const user = await staffSession(request.headers.cookie, context);
    // Nobody is no error: every console asks this before its sign-in, and a browser reports each refusal to its user.
    response.json(user ? meOf(user) : null);
  });

  router.delete('/api/session', async (request, response) => {
    const id = staffSessionId(request.headers.cookie, config);
    // It ends now; what has ended is removed by the same job that removes sessions that ran out.
    if (id && (await storage.update('sessions', id, { expiresAt: now() }, { kind: 'staff' }))) onSignOut(id);
    response.clearCookie(cookie, attributes).status(204).end();
  });

  return router;
}
