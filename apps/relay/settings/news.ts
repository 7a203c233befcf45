import { isActive } from '@lotsa/core';
import { takeNext } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { everyDocument } from '../directory.ts';
import type { StaffNamespace } from '../sockets/server.ts';

/** What was set up through another relay is looked for this often. */
const LOOK_MS = 2_000;
/** Counts the changes of settings, on all relays. */
const SERIES = 'settings';

/** Lets a change of settings take effect on what runs: each relay tells its own clients, all read the same store. */
export interface SettingsNews {
  /** Something was changed through this relay. */
  changed(): Promise<void>;
  /** Looks at once for what was changed elsewhere. */
  look(): Promise<void>;
  stop(): void;
}

/** What else follows from settings. */
interface NewsOptions {
  /** The directory is to be read anew. */
  forget: () => void;
  /** Offers, routing and figures may be others now. */
  applied: () => void;
  staff: StaffNamespace;
}

/** Makes it, and starts to look. */
export function createSettingsNews({ storage, log }: Context, options: NewsOptions): SettingsNews {
  const { staff } = options;
  /** The number of the last change that took effect here. */
  let known: number | null = null;

  const latest = async (): Promise<number> => (await storage.get('counters', SERIES))?.value ?? 0;

  async function apply(): Promise<void> {
    options.forget();
    staff.local.emit('settings:changed', {});
    options.applied();
    await refreshUsers();
  }

  /** Whoever may do something else now connects anew, as what it is; whoever may not come in any more is out at once. */
  async function refreshUsers(): Promise<void> {
    const sockets = [...staff.sockets.values()];
    if (sockets.length === 0) return;
    const users = new Map((await everyDocument(storage, 'users')).map((user) => [user.id, user]));
    for (const socket of sockets) {
      const before = socket.data.user;
      const user = users.get(before.id);
      if (!user || !isActive(user)) {
        socket.emit('session:ended', {});
        socket.disconnect(true);
      } else if (identity(user) !== identity(before)) {
        // Below Socket.IO, so that the client comes back by itself.
        socket.conn.close();
      }
    }
  }

  async function look(): Promise<void> {
    const number = await latest();
    if (known !== null && known !== number) await apply();
    known = number;
  }

  let looking: Promise<void> | null = null;
  /** One look at a time: what was changed during one is seen by the next. */
  const lookOnce = (): Promise<void> => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
  const timer = setInterval(() => {
    lookOnce().catch((error: unknown) => log.warn({ err: error }, 'settings not looked at; tried again'));
  }, LOOK_MS);
  // Before anything changes, what is shown has to be known.
  lookOnce().catch((error: unknown) => log.warn({ err: error }, 'settings not looked at; tried again'));

  return {
    async changed() {
      await looking?.catch(() => undefined);
      await takeNext(storage, SERIES);
      options.forget();
      await lookOnce();
    },
    look: lookOnce,
    stop: () => clearInterval(timer),
  };
}

const identity = (user: { name: string; role: string; capacity: number } & Record<IdentityList, string[]>) =>
  JSON.stringify([user.name, user.role, user.capacity, user.departmentIds, user.languages, user.skills]);
type IdentityList = 'departmentIds' | 'languages' | 'skills';
