import type { Account } from '../../../support/openid-provider.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../support/free-port.ts';
import { openProvider, passProvider } from '../../../support/openid-provider.ts';
import { runRelay } from '../running-relay.ts';

const MINUTE = 60_000;

/** A relay that a real OpenID provider signs in at, and a browser that goes back and forth. */
async function withProvider() {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const accounts = new Map<string, Account>([
    ['maja', { name: 'Maja Ek', email: 'maja@ekhamra.example', groups: ['KC', 'Fest'] }],
    ['ivar', { name: 'Ivar Gran', email: 'ivar@ekhamra.example', groups: ['Fest'] }],
    ['rut', { name: 'Rut Al', email: 'rut@ekhamra.example', groups: ['IT'] }],
  ]);
  const provider = await openProvider(`${publicUrl}/api/session/sso/callback`, accounts);
  onTestFinished(() => provider.close());
  const relay = await runRelay({
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'lotsa',
    OIDC_CLIENT_SECRET: 'a secret of the tests alone',
    OIDC_NAME: 'Ekhamras inloggning',
    OIDC_ROLES: 'IT=administrator,KC=agent',
  });
  const browser = () => {
    const jar = new Map<string, string>();
    const ask = async (path: string, method = 'GET'): Promise<Response> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await relay.ask(path, { method, headers: { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      return response;
    };
    const begin = async (path = '/api/session/sso') => (await ask(path)).headers.get('location') ?? '';
    const back = async (url: string) => {
      const { pathname, search } = new URL(url);
      return (await ask(pathname + search)).headers.get('location');
    };
    return {
      ask,
      begin,
      back,
      signIn: async (sub: string) => back(await passProvider(await begin(), sub)),
      who: async () => (await (await ask('/api/session')).json()) as { id: string; role: string } | null,
    };
  };
  return { relay, accounts, provider, browser };
}

describe("the municipality's own sign-in", () => {
  it('lets in whoever has a group with a role, as the provider has it each time', async () => {
    const { relay, accounts, browser } = await withProvider();
    const maja = browser();
    expect(await (await maja.ask('/api/sign-in')).json()).toMatchObject({ sso: 'Ekhamras inloggning' });
    expect(await maja.signIn('maja')).toBe('/console/');
    const me = await maja.who();
    expect(me).toMatchObject({ name: 'Maja Ek', role: 'agent' });
    const id = me?.id ?? '';
    expect(await relay.context.storage.get('users', id)).toMatchObject({
      email: 'maja@ekhamra.example',
      passwordHash: '',
    });
    // Nobody signs in as it by a password.
    expect((await relay.post('/api/session', { user: id, password: 'vad som helst alls' })).status).toBe(401);

    accounts.set('maja', { name: 'Maja Ek', email: 'maja@ekhamra.example', groups: ['IT'] });
    const again = browser();
    await again.signIn('maja');
    expect(await again.who()).toMatchObject({ id, role: 'administrator' });
    // What it was as an agent has ended.
    expect(await maja.who()).toBeNull();

    accounts.set('maja', { name: 'Maja Ek', email: 'maja@ekhamra.example', groups: [] });
    expect(await browser().signIn('maja')).toBe('/console/?sign-in=refused');
    expect(await again.who()).toBeNull();
  }, 20_000);

  it('refuses whoever has none, and whoever was shut off here', async () => {
    const { relay, browser } = await withProvider();
    const ivar = browser();
    expect(await ivar.signIn('ivar')).toBe('/console/?sign-in=refused');
    expect(await ivar.who()).toBeNull();
    const maja = browser();
    await maja.signIn('maja');
    const { id = '' } = (await maja.who()) ?? {};
    await relay.context.storage.update('users', id, { active: false });
    expect(await browser().signIn('maja')).toBe('/console/?sign-in=refused');
  });

  it("takes an answer once, from the browser that asked, and only the provider's own", async () => {
    const { browser } = await withProvider();
    const [maja, thief] = [browser(), browser()];
    const answer = await passProvider(await maja.begin(), 'maja');
    // In another browser, which has begun a sign-in of its own (login CSRF).
    await thief.begin();
    expect(await thief.back(answer)).toBe('/console/?sign-in=failed');
    expect(await browser().back(answer)).toBe('/console/?sign-in=failed');
    const forged = new URL(answer);
    forged.searchParams.set('code', 'made-up');
    expect(await maja.back(forged.href)).toBe('/console/?sign-in=failed');
    // What was begun has been used up by that.
    expect(await maja.back(answer)).toBe('/console/?sign-in=failed');
    expect(await maja.who()).toBeNull();
    expect(new URL(await maja.begin()).searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('proves again who sits there, and signs out there too', async () => {
    const { relay, provider, browser } = await withProvider();
    const rut = browser();
    await rut.signIn('rut');
    relay.context.at += 6 * MINUTE;
    const refused = await rut.ask('/api/settings/file');
    expect(await refused.json()).toEqual({ error: { code: 'step_up', data: { methods: ['sso'] } } });
    // Somebody else proves nothing.
    expect(await rut.back(await passProvider(await rut.begin('/api/session/sso?again'), 'maja'))).toBe(
      '/console/?sign-in=refused',
    );
    expect((await rut.ask('/api/settings/file')).status).toBe(403);
    const start = await rut.begin('/api/session/sso?again');
    expect(new URL(start).searchParams.get('prompt')).toBe('login');
    expect(await rut.back(await passProvider(start, 'rut'))).toBe('/console/?sign-in=again');
    expect((await rut.ask('/api/settings/file')).status).toBe(200);
    const out = (await (await rut.ask('/api/session', 'DELETE')).json()) as { goTo: string };
    expect(out.goTo).toContain(`${provider.issuer}/session/end?`);
    expect(await rut.who()).toBeNull();
  });

  it('a provider that does not answer is said so', async () => {
    const { provider, browser } = await withProvider();
    await provider.close();
    expect(await browser().begin()).toBe('/console/?sign-in=failed');
  });
});
