// Runs every test, after making sure that there is a browser for those that need one. Arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { findChromium } from '../test/support/browser.ts';

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function installChromium(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  process.stdout.write('No Chromium found; installing it with apt …\n');
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  );
}

if (!findChromium() && !(installChromium() && findChromium())) {
  process.stderr.write('The browser tests need Chromium: install it, or set CHROMIUM_PATH to its program.\n');
  process.exit(1);
}
process.exit(run('vitest', ['run', ...process.argv.slice(2)]) ? 0 : 1);
