// Runs every test, after making sure that the browser and the servers that some need are there. Arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { findChromium } from '../test/support/browser.ts';
import { hasProgram } from '../test/support/program.ts';

function run(command: string, args: string[]): boolean {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit' });
  if (signal) process.stderr.write(`${command} was ended by ${signal}.\n`);
  return status === 0;
}

/** Installs Debian's packages where this process may. */
function install(...packages: string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  process.stdout.write(`Installing ${packages.join(', ')} with apt …\n`);
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  if (run('apt-get', ['update', '-qq'])) {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
}

// Without these the browser tests take longer, and the tests of several relays and of mail that comes in say aloud what they leave out.
const programs = {
  'chromium-headless-shell': 'chromium-headless-shell',
  'redis-server': 'redis-server',
  nginx: 'nginx-light',
  dovecot: 'dovecot-imapd',
};
const absent = Object.entries(programs).filter(([program]) => !hasProgram(program));
if (absent.length > 0) install(...absent.map(([, name]) => name));
if (!findChromium()) install('chromium');
if (!findChromium()) {
  process.stderr.write('The browser tests need Chromium: install it, or set CHROMIUM_PATH to its program.\n');
  process.exit(1);
}
process.exit(run('vitest', ['run', ...process.argv.slice(2)]) ? 0 : 1);
