// Runs every check, also when one has failed, and ends by saying which did.
import { spawn } from 'node:child_process';

const CHECKS: Record<string, string> = {
  format: 'oxfmt --check',
  lint: 'oxlint --deny-warnings',
  types: 'tsc -p .',
  'types of core': 'tsc -p packages/core',
  'unused code': 'knip',
};

interface Result {
  name: string;
  passed: boolean;
  output: string;
}

function check([name, command]: [string, string]): Promise<Result> {
  return new Promise((resolve) => {
    const [program = '', ...args] = command.split(' ');
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => resolve({ name, passed: code === 0, output }));
  });
}

const results = await Promise.all(Object.entries(CHECKS).map(check));
for (const { name, passed, output } of results) {
  if (!passed) process.stdout.write(`\n── ${name}\n${output.trimEnd()}\n`);
}
process.stdout.write('\n');
for (const { name, passed } of results) process.stdout.write(`${passed ? 'ok    ' : 'FAILED'}  ${name}\n`);
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
