import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';

/** Somebody whom the provider knows. Its groups can be changed while it runs. */
export interface Account {
  name: string;
  email: string;
  groups: string[];
  /** A personal number, at a provider of e-identifications. */
  number?: string;
}

/**
 * A real OpenID provider with one client: any password is right, for it is not ours to test.
 * @param at its port; any free one without it.
 */
export async function openProvider(callback: string, accounts: Map<string, Account>, at = 0) {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: 'lotsa',
        client_secret: 'a secret of the tests alone',
        redirect_uris: [callback],
        post_logout_redirect_uris: [new URL('/console/', callback).href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        application_type: 'web',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups', 'number'], email: ['email'] },
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    cookies: { keys: ['keys of the tests alone'] },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ sub, ...account }) };
    },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Goes through the provider's pages as a browser would, and stops before it leads away from it.
 * @param jar the browser's cookies at the provider: whoever is signed in there is not asked again.
 * @returns where it leads: the address of the client, with a code or an error.
 */
export async function passProvider(
  start: string,
  sub: string,
  jar = new Map<string, string>(),
): Promise<string> {
  const { origin } = new URL(start);
  let url = start;
  let body: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      method: body ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const to = response.headers.get('location');
    if (to !== null) {
      url = new URL(to, url).href;
      if (new URL(url).origin !== origin) return url;
      body = null;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`the provider says: ${page.slice(0, 400)}`);
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href;
    body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: sub, password: 'any' }) });
  }
  throw new Error('the provider goes round in circles');
}
