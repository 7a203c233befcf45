// npm run import -- FILE [--replace] [--apply]: takes a municipality's file into the store, as the console does (Administration,
// Import and export). Without --apply it only says what would change. Ends with 0 when nothing is left to do, 2 when there is,
// and 1 when it could not. The embedded store has one process at a time: stop the relay first. With MongoDB it may run.
import { mkdir, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fail, LotsaError, type StaffMember } from '@lotsa/protocol';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openEncrypted } from '@lotsa/storage/encrypted';
import { openMongo } from '@lotsa/storage/mongo';
import { createAdmission } from '../apps/relay/admission.ts';
import { createAudit } from '../apps/relay/audit/audit.ts';
import { readConfig } from '../apps/relay/config.ts';
import type { Context } from '../apps/relay/context.ts';
import { createConversations } from '../apps/relay/conversations.ts';
import { createLog } from '../apps/relay/log.ts';
import { createPresence } from '../apps/relay/presence.ts';
import { withSecretFiles } from '../apps/relay/secret-files.ts';
import { everything } from '../apps/relay/settings/items.ts';
import { inviteUser } from '../apps/relay/settings/invites.ts';
import { newUser } from '../apps/relay/settings/new-user.ts';
import { announceSettings } from '../apps/relay/settings/news.ts';
import { importSettings } from '../apps/relay/settings/transfer.ts';
import { embeddedFile } from './store.ts';

/** Whoever may run this may write to the store itself; so the audit log names the command, not a member of the staff. */
const OPERATOR: StaffMember = {
  id: 'npm-run-import',
  name: 'npm run import',
  email: '',
  role: 'administrator',
  departmentIds: [],
  languages: ['sv'],
  skills: [],
  capacity: 1,
  active: true,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { apply: { type: 'boolean' }, replace: { type: 'boolean' } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new Error('npm run import -- FILE [--replace] [--apply]');
  const file = read(await readFile(path, 'utf8'));
  const config = readConfig(withSecretFiles(process.env));
  const { database, encryptionKeys } = config;
  if (database.kind === 'embedded') await mkdir(database.dataDir, { recursive: true, mode: 0o700 });
  const plain = await (database.kind === 'mongodb'
    ? openMongo({ url: database.url })
    : openEmbedded({ file: embeddedFile() }));
  try {
    const { storage } = await openEncrypted(plain, encryptionKeys);
    const context: Context = { config, storage, log: createLog('silent'), now: Date.now };
    const importing = {
      context,
      audit: createAudit(context),
      presence: createPresence(context),
      conversations: createConversations(
        context,
        () => undefined,
        createAdmission(() => performance.now()),
      ),
      settingsChanged: () => announceSettings(storage),
    };
    const operator = newUser(OPERATOR);
    const mode = values.replace ? 'replace' : 'merge';
    const looked = await importSettings(importing, operator, { file, mode, plan: null });
    for (const { kind, id, change, fields } of looked.changes)
      say(`${change.padEnd(8)} ${kind}:${id}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`);
    say(`${looked.changes.length} to take in, ${looked.unchanged} as they are.`);
    if (looked.changes.length === 0) return 0;
    if (!values.apply) return 2;
    await importSettings(importing, operator, { file, mode, plan: looked.plan });
    say('Taken in.');
    // Passwords are in no file: of those who let others in, one needs a way in.
    const administrators = (await everything(storage)).users.filter(
      ({ role, active }) => role === 'administrator' && active,
    );
    const known = await Promise.all(administrators.map(({ id }) => storage.get('users', id)));
    const [first] = administrators;
    if (first && known.every((user) => !user?.passwordHash)) {
      const { token } = await inviteUser(importing, operator, first.id);
      say(
        `${first.id} sets a password within 72 hours at ${config.publicUrl}/console/welcome#token=${token}`,
      );
    }
    return 0;
  } finally {
    await plain.close();
  }
}

function read(text: string): Record<string, unknown> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error('the file is no JSON.');
  }
  if (typeof file !== 'object' || file === null || Array.isArray(file))
    throw fail('invalid_form', { fields: [] });
  return { ...file };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof LotsaError))
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  const { code, data } = error.answer;
  if (code !== 'invalid_form') return code;
  return ['The file does not fit.', ...data.fields.map(({ field, rule }) => `${field}: ${rule}`)].join('\n');
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
}
