import { TOTP, Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { readConfig } from '../../../../apps/relay/config.ts';
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryId,
  stepOfCode,
} from '../../../../apps/relay/sign-in/one-time-codes.ts';
import { partyOf } from '../../../../apps/relay/sign-in/passkeys.ts';
import { deviceName } from '../../../../apps/relay/sign-in/device-name.ts';
import { roleOf, ssoUserId } from '../../../../apps/relay/sign-in/sso.ts';

it("codes are RFC 6238's, of this step and the ones beside it", () => {
  // RFC 6238, appendix B: at 59 s the eight digits are 94287082.
  const rfc = Secret.fromUTF8('12345678901234567890').base32;
  expect(stepOfCode(rfc, '287 082', 59_000)).toBe(1);
  expect(stepOfCode(rfc, '287082', 89_000)).toBe(1);
  expect(stepOfCode(rfc, '287082', 120_000)).toBeNull();
  expect(stepOfCode(rfc, '28708', 59_000)).toBeNull();
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const now = 1_700_000_000_000;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
  expect(stepOfCode(secret, code, now)).toBe(Math.floor(now / 30_000));
});

it('recovery codes differ, and are the same however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  expect(recoveryId(code.toUpperCase().replace('-', ' '))).toBe(recoveryId(code));
});

it('passkeys hold at the public host, at any local name on this machine, and never at a number', () => {
  const at = (publicUrl: string, origin: string) => partyOf(readConfig({ PUBLIC_URL: publicUrl }), origin);
  expect(at('https://chat.example.se', 'https://evil.example')).toEqual({
    origin: 'https://chat.example.se',
    id: 'chat.example.se',
  });
  expect(at('http://127.0.0.1:8080', 'http://localhost:8080')).toEqual({
    origin: 'http://localhost:8080',
    id: 'localhost',
  });
  expect(at('http://127.0.0.1:8080', 'http://127.0.0.1:8080')).toBeNull();
  expect(at('http://127.0.0.1:8080', 'https://evil.example')).toBeNull();
  expect(at('http://lotsa.internal', 'http://lotsa.internal')).toBeNull();
});

it('a browser has a name of two words', () => {
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox, Linux',
  );
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537 Edg/140.0')).toBe(
    'Edge, Windows',
  );
  expect(deviceName(undefined)).toBe('');
});

it('the first group of the settings that somebody is in makes the role', () => {
  const roles = [
    { group: 'IT', role: 'administrator' },
    { group: 'KC', role: 'agent' },
  ] as const;
  const of = (groups: unknown) =>
    roleOf({ groupsClaim: 'groups', roles: [...roles] }, { iss: 'i', sub: 's', groups });
  expect([of(['KC', 'IT']), of(['KC']), of('KC'), of(['other']), of(undefined), of({ IT: 1 })]).toEqual([
    'administrator',
    'agent',
    'agent',
    null,
    null,
    null,
  ]);
  expect(ssoUserId({ iss: 'a', sub: 'bc' })).not.toBe(ssoUserId({ iss: 'ab', sub: 'c' }));
});

it.each([
  [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID too'],
  [{ OIDC_ISSUER: 'http://id.example' }, 'OIDC_ISSUER must be'],
  [{ OIDC_ROLES: 'IT=boss' }, 'OIDC_ROLES must be'],
])('%j stops the start with one line', (env, line) => {
  expect(() => readConfig(env)).toThrow(line);
});
