import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';

/** The variables that hold a secret. */
const SECRETS = [
  'MONGODB_URL',
  'REDIS_URL',
  'SMTP_URL',
  'IMAP_URL',
  'DEMO_PASSWORD',
  'ENCRYPTION_KEYS',
  'OIDC_CLIENT_SECRET',
] as const;

/**
 * The environment with what lies in files: `MONGODB_URL_FILE` names a file with what `MONGODB_URL` would hold, as Docker, Kubernetes and
 * systemd hand secrets over, so that none is seen in a list of processes.
 * @throws ConfigError for a file that cannot be read, and where both are set.
 */
export function withSecretFiles(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const read = { ...env };
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (env[name]?.trim())
      throw new ConfigError(`${name}_FILE and ${name} are both set; remove one of them.`);
    try {
      read[name] = readFileSync(file, 'utf8').trim();
    } catch {
      throw new ConfigError(`${name}_FILE names a file that cannot be read.`);
    }
  }
  return read;
}
