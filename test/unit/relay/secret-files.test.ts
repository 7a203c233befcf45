import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { withSecretFiles } from '../../../apps/relay/secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotsa-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a secret lies in a file as well, without the line end that editors add', () => {
  const file = join(folder, 'smtp');
  writeFileSync(file, 'smtps://user:word@mail.example.se\n');
  expect(withSecretFiles({ SMTP_URL_FILE: file, PORT: '1' })).toMatchObject({
    SMTP_URL: 'smtps://user:word@mail.example.se',
    PORT: '1',
  });
});

it('a file that is not there, and a secret that is set twice, stop the start in one line that tells no secret', () => {
  expect(() => withSecretFiles({ MONGODB_URL_FILE: join(folder, 'none') })).toThrow(
    'MONGODB_URL_FILE names a file that cannot be read.',
  );
  expect(() => withSecretFiles({ REDIS_URL_FILE: '/x', REDIS_URL: 'redis://:word@a' })).toThrow(
    'REDIS_URL_FILE and REDIS_URL are both set; remove one of them.',
  );
});
