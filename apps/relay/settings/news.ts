import { bannersOf, isActive } from '@lotsa/core';
import type { VisitorBanner } from '@lotsa/protocol';
import { takeNext } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { type Directory, everyDocument } from '../directory.ts';
import { rooms, type StaffNamespace, type VisitorNamespace } from '../sockets/server.ts';

/** What was set up through another relay is looked for this often. */
const LOOK_MS = 2_000;
/** Counts the changes of settings, on all relays. */
const SERIES = 'settings';

/** Says to all relays on this store that something was set up; each sees it at its next look. */
export const announceSettings = async (storage: Context['storage']): Promise<void> => {
  await takeNext(storage, SERIES);
};

/** Lets a change of settings take effect on what runs: each relay tells its own clients, all read the same store. */
export interface SettingsNews {
  /** Something was changed through this relay. */
  changed(): Promise<void>;
  /** Looks at once for what was changed elsewhere, and for banners whose time has come or gone. */
  look(): Promise<void>;
  stop(): void;
}

/** What else follows from settings. */
interface NewsOptions {
  directory: () => Promise<Directory>;
  /** The directory is to be read anew. */
  forget: () => void;
  /** Offers, routing and figures may be others now. */
  applied: () => void;
  visitors: VisitorNamespace;
  staff: StaffNamespace;
}

/** Makes it, and starts to look. */
export function createSettingsNews({ storage, log, now }: Context, options: NewsOptions): SettingsNews {
  const { visitors, staff } = options;
  /** The number of the last change that took effect here. */
  let known: number | null = null;
  const banners = new Map<string, string>();

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

  async function tellBanners(): Promise<void> {
    const { sites, banners: all } = await options.directory();
    for (const { id } of sites.values()) {
      const shown: VisitorBanner[] = bannersOf(all.values(), id, now());
      const text = JSON.stringify(shown);
      const before = banners.get(id);
      banners.set(id, text);
      if (before !== undefined && before !== text)
        visitors.local.to(rooms.site(id)).emit('banners:changed', { banners: shown });
    }
  }

  async function look(): Promise<void> {
    const number = await latest();
    if (known !== null && known !== number) await apply();
    known = number;
    await tellBanners();
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
      await announceSettings(storage);
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
