import { expect, it } from 'vitest';
import { isOwnOrigin } from '../../../../apps/relay/http/origin.ts';

const config = { publicUrl: 'https://chat.example.se' };

it.each([
  ['the public address', 'https://chat.example.se', 'internal:8080', true],
  ['the host that was asked', 'http://127.0.0.1:8080', '127.0.0.1:8080', true],
  ['the same behind a proxy that ends https', 'https://lotsa.example.se', 'lotsa.example.se', true],
  ['a default port that one side leaves out', 'https://lotsa.example.se', 'lotsa.example.se:443', true],
  ['letters of another case', 'https://lotsa.example.se', 'Lotsa.Example.SE', true],
  ['an IPv6 address', 'http://[::1]:8080', '[::1]:8080', true],
  ['another host', 'https://elsewhere.example', 'lotsa.example.se', false],
  ['another port', 'http://127.0.0.1:9000', '127.0.0.1:8080', false],
  ['a host that begins alike', 'https://chat.example.se.elsewhere.example', 'chat.example.se', false],
  ['a host that ends alike', 'https://elsewhere-chat.example.se', 'chat.example.se', false],
  ['the public host without https', 'http://chat.example.se', 'internal:8080', false],
  ['an opaque origin', 'null', 'chat.example.se', false],
  ['no origin', undefined, 'chat.example.se', false],
  ['no host', 'http://127.0.0.1:8080', undefined, false],
  ['a page of an extension', 'chrome-extension://chat.example.se', 'chat.example.se', false],
  ['text that is no origin', 'chat.example.se', 'chat.example.se', false],
])('%s', (_what, origin, host, own) => {
  expect(isOwnOrigin(origin, host, config)).toBe(own);
});
