import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['packages', 'apps', 'scripts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/**
 * When a file, or anything in a folder, last changed. A folder's own time counts too: it tells of deleted files.
 * @param {string} path
 * @returns {number} milliseconds since 1970; 0 where nothing is there
 */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(stat.mtimeMs, ...names.map((name) => changedAt(join(path, name))));
}

/**
 * Makes `dist/` whole and newer than its sources, showing Vite's progress; does nothing where it already is.
 * Ends the process with Vite's exit code when the build fails, because nothing can follow it.
 */
export function buildIfNeeded() {
  // the relay is built last, so its file is the newest of a whole build
  const built = changedAt(join(root, 'dist/relay/main.js'));
  if (SOURCES.every((source) => changedAt(join(root, source)) < built)) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) {
    process.stderr.write('Lotsa is not installed here yet: run npm ci first.\n');
    process.exit(1);
  }
  process.stdout.write('Building Lotsa …\n');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app'], {
    cwd: root,
    stdio: 'inherit',
    // Vitest says NODE_ENV=test, under which libraries give their larger code for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
