import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Which folder may import what: DESIGN.md's table, with one forbidden import at least for each of its rows. */
const TABLE: Record<string, { may: string[]; mayNot: string[] }> = {
  'packages/protocol/x.ts': {
    may: ['valibot', './y.ts'],
    mayNot: ['@lotsa/core', '../core/index.ts', 'preact', 'node:fs'],
  },
  'packages/core/x.ts': {
    may: [
      '@lotsa/protocol',
      'temporal-polyfill',
      'temporal-polyfill/fns/ZonedDateTime',
      '@orama/stemmers/swedish',
      './y.ts',
    ],
    mayNot: ['@lotsa/storage', '@lotsa/client', 'valibot', 'node:crypto', '../protocol/index.ts'],
  },
  'packages/storage/port.ts': {
    may: ['@lotsa/core', '@lotsa/protocol', 'node:path'],
    mayNot: ['mongodb', 'libsql', '@lotsa/relay/app', '@lotsa/client', '../../apps/relay/app.ts'],
  },
  'packages/storage/mongo/x.ts': {
    may: ['@lotsa/core', 'mongodb', '../port.ts'],
    mayNot: ['libsql', '@lotsa/relay/config', '../../core/index.ts'],
  },
  'packages/storage/embedded/x.ts': {
    may: ['@lotsa/protocol', 'libsql', '../port.ts', 'node:fs/promises'],
    mayNot: ['mongodb', '@lotsa/ui', '../../core/index.ts'],
  },
  'packages/client/x.ts': {
    may: ['@lotsa/core', '@lotsa/protocol', 'socket.io-client'],
    mayNot: ['@lotsa/ui', 'preact', '@preact/signals', '@lotsa/storage', '../ui/index.ts'],
  },
  'packages/ui/deep/x.tsx': {
    may: ['preact', 'preact/hooks', '@preact/signals', '../y.ts', '../tokens.css'],
    mayNot: ['@lotsa/client', '@lotsa/protocol', 'socket.io-client', 'valibot', '../../client/index.ts'],
  },
  'apps/relay/app.ts': {
    may: ['@lotsa/protocol', '@lotsa/core', '@lotsa/storage', 'express', 'socket.io', 'node:http'],
    mayNot: [
      '@lotsa/storage/mongo',
      '@lotsa/storage/embedded',
      '@lotsa/client',
      '@lotsa/ui',
      '@lotsa/widget',
      'mongodb',
      'libsql',
      'preact',
      'socket.io-client',
      '../widget/loader.ts',
      '../../packages/storage/mongo/index.ts',
    ],
  },
  'apps/relay/main.ts': {
    may: ['@lotsa/storage/mongo', '@lotsa/storage/embedded', './app.ts'],
    mayNot: ['@lotsa/console', '@lotsa/ui', 'mongodb', 'libsql'],
  },
  'apps/relay/pages/x.tsx': {
    may: ['@lotsa/protocol', '@lotsa/core', 'express', 'preact', 'preact-render-to-string', '../x.ts'],
    mayNot: [
      '@lotsa/storage',
      '@lotsa/ui',
      '@lotsa/client',
      'preact/hooks',
      'node:fs',
      '../widget/loader.ts',
    ],
  },
  'apps/widget/x.tsx': {
    may: ['@lotsa/client', '@lotsa/ui', '@lotsa/ui/tokens.css', '@lotsa/protocol', '@lotsa/core', 'preact'],
    mayNot: [
      '@lotsa/storage',
      '@lotsa/relay/app',
      '@lotsa/console',
      'socket.io-client',
      '../console/main.tsx',
    ],
  },
  'apps/widget/loader.ts': {
    may: ['./loader/launcher.ts'],
    mayNot: ['@lotsa/core', '@lotsa/ui', 'preact', 'valibot', '../../packages/core/index.ts'],
  },
  'apps/console/x.tsx': {
    may: ['@lotsa/client', '@lotsa/ui', '@lotsa/protocol', '@lotsa/core', '@preact/signals'],
    mayNot: ['@lotsa/storage', '@lotsa/widget', '@lotsa/relay/config', 'express', '../widget/panel.tsx'],
  },
  'apps/demo/x.mjs': {
    may: ['./layout.mjs', 'node:fs'],
    mayNot: ['@lotsa/ui', '@lotsa/protocol', 'preact', '../relay/app.ts'],
  },
};

/** Who may read the environment. */
const ENVIRONMENT: Record<string, boolean> = {
  'apps/relay/config.ts': true,
  'test/support/mongodb.ts': true,
  'apps/relay/app.ts': false,
  'apps/relay/main.ts': false,
  'packages/storage/mongo/x.ts': false,
  'packages/core/x.ts': false,
};

interface Diagnostic {
  code: string;
  filename: string;
  labels: { span: { line: number } }[];
}

let folder: string;
/** `rule file:line` of everything that the linter found. */
let found: Set<string>;

function specifiers(file: string): string[] {
  const { may = [], mayNot = [] } = TABLE[file] ?? {};
  // every one twice: imported at once and, on the next line, only when it is needed
  return [...may, ...mayNot].flatMap((specifier) => [specifier, specifier]);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-table-'));
  cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
  // line 1 reads the environment, line n + 2 imports the nth specifier
  for (const file of new Set([...Object.keys(TABLE), ...Object.keys(ENVIRONMENT)])) {
    const imports = specifiers(file).map((specifier, n) =>
      n % 2 ? `void import('${specifier}');` : `import '${specifier}';`,
    );
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), ['process.env.HOME;', ...imports].join('\n'));
  }
  const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['-f', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  found = new Set(
    diagnostics.map(({ code, filename, labels }) => `${code} ${filename}:${labels[0]?.span.line}`),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.entries(TABLE))('%s', (file, { may, mayNot }) => {
  const restricted = (specifier: string) => {
    const first = specifiers(file).indexOf(specifier) + 2;
    return [first, first + 1].map((line) => found.has(`eslint(no-restricted-imports) ${file}:${line}`));
  };
  it.each(may)('may import %s', (specifier) => expect(restricted(specifier)).toEqual([false, false]));
  it.each(mayNot)('may not import %s', (specifier) => expect(restricted(specifier)).toEqual([true, true]));
});

it.each(Object.entries(ENVIRONMENT))('%s reads the environment: %s', (file, may) => {
  expect(found.has(`node(no-process-env) ${file}:1`)).toBe(!may);
});
