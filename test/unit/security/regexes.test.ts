import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What reads text from outside: the contract, the domain, the relay, and what the panel does with what it is told. */
const FOLDERS = [
  'packages/protocol',
  'packages/core',
  'packages/client',
  'packages/storage',
  'apps/relay',
  'apps/widget',
];

interface Found {
  where: string;
  source: string;
  flags: string;
}

/** Every regular expression that is written in the sources. */
function regexes(): Found[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .flatMap((name) => {
        const path = `${folder}/${name}`;
        const found: Found[] = [];
        const { program } = parseSync(path, readFileSync(join(ROOT, path), 'utf8'));
        new Visitor({
          Literal(node) {
            if (!('regex' in node)) return;
            const { pattern: source, flags } = node.regex;
            found.push({ where: path, source, flags });
          },
        }).visit(program);
        return found;
      }),
  );
}

// By how the expression is built, with the attack string that proves it: not by a clock.
it('no regular expression can be made to take more than linear steps', { timeout: 120_000 }, () => {
  const all = [...new Map(regexes().map((it) => [`${it.source}/${it.flags}`, it])).values()];
  expect(all.length).toBeGreaterThan(80);
  const slow = all.flatMap(({ where, source, flags }) => {
    const result = checkSync(source, flags, { timeout: 30_000 });
    if (result.status === 'safe') return [];
    return [
      `${where}: /${source}/${flags} ${result.status} ${result.status === 'vulnerable' ? `${result.complexity.summary} ${result.attack.pattern}` : result.error.kind}`,
    ];
  });
  expect(slow).toEqual([]);
});
