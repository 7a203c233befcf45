import { timingSafeEqual } from 'node:crypto';
import { decode, fail, Setup, type StaffMember } from '@lotsa/protocol';
import type { Storage, UserDoc } from '@lotsa/storage';
import { Router } from 'express';
import type { Context } from '../context.ts';
import { hashPassword } from '../passwords.ts';
import { newUser } from '../settings/new-user.ts';
import { refuseWeak } from '../sign-in/weak-passwords.ts';
import { newToken, tokenId } from '../tokens.ts';
import { jsonBody } from './body.ts';
import { meOf } from './me.ts';

/** A token that makes the first administrator, or undefined when there is somebody already. */
export async function newSetupToken(storage: Storage): Promise<string | undefined> {
  return (await hasUsers(storage)) ? undefined : newToken();
}

/**
 * `POST /api/setup`: makes the first administrator, once, for whoever has the link that was printed at the start.
 * @param token the link's, kept in this process only; undefined when there are users.
 */
export function setupRouter({ storage }: Context, token: string | undefined): Router {
  let unused = token;
  const router = Router();

  router.post('/api/setup', jsonBody, async (request, response) => {
    const given = decode(Setup, request.body);
    // Another relay on the same database may have printed a link of its own.
    if (!unused || (await hasUsers(storage))) throw fail('not_found', {});
    if (!unused || !isSame(given.token, unused)) throw fail('forbidden', {});
    refuseWeak(given.password, [given.user, given.name, 'lotsa']);
    // Taken back before anything else is awaited, so that two requests at once do not make two.
    unused = undefined;
    try {
      const administrator = await newAdministrator(given);
      await storage.insert('users', [administrator]);
      response.status(201).json(meOf(administrator));
    } catch (error) {
      // Not known to be stored: the link may be tried again, and is refused above if it was.
      unused = token;
      throw error;
    }
  });

  return router;
}

async function hasUsers(storage: Storage): Promise<boolean> {
  return (await storage.count('users', { index: 'all', limit: 1 })) > 0;
}

/** Compares hashes, which are of one length, and tell nothing of how much was right. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenId(given)), Buffer.from(tokenId(expected)));
}

async function newAdministrator({ user, name, password }: Setup): Promise<UserDoc> {
  const member: StaffMember = {
    id: user,
    name,
    email: '',
    role: 'administrator',
    departmentIds: [],
    languages: ['sv'],
    skills: [],
    capacity: 3,
    active: true,
  };
  return { ...newUser(member), passwordHash: await hashPassword(password) };
}
