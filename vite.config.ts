import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { slimSocket } from './scripts/slim-socket.ts';
import { smallPreload } from './scripts/small-preload.ts';

const PUBLIC = 'dist/public';

/** Modules that more than one part of a page uses, and which part brings them: `name` of the part, `test` of their paths. */
interface Group {
  name: string;
  test: RegExp;
}

/**
 * A page with its scripts and styles as files of their own: our Content-Security-Policy allows nothing inline.
 * What its first view needs is one script and one style; the rest loads when it is used. The manifest tells
 * `npm run size` which chunk imports which.
 */
function page(name: string, html: string, assetsDir: string, together: Group[] = []): EnvironmentOptions {
  const hash = name === 'panel' ? 6 : 8;
  return {
    consumer: 'client',
    build: {
      outDir: PUBLIC,
      emptyOutDir: false,
      assetsDir,
      assetsInlineLimit: 0,
      target: 'es2022',
      // scripts of a part are few and not preloaded; its styles are always listed
      modulePreload: { polyfill: false, resolveDependencies: () => [] },
      reportCompressedSize: false,
      manifest: `.vite/${name}.json`,
      rolldownOptions: {
        input: html,
        output: {
          // Hashes do not compress, and the panel's first view names every part: six characters tell releases apart.
          entryFileNames: `${assetsDir}/[name]-[hash:${hash}].js`,
          chunkFileNames: `${assetsDir}/[name]-[hash:${hash}].js`,
          assetFileNames: `${assetsDir}/[name]-[hash:${hash}][extname]`,
          codeSplitting: { groups: [{ name, tags: ['$initial'] }, ...together] },
        },
      },
    },
  };
}

/** Vite leaves a page at its path in the repository; this puts it at the address where it is served. */
function servedAt(environment: string, path: string, address: string): Plugin {
  return {
    name: `lotsa:${environment}-page`,
    applyToEnvironment: ({ name }) => name === environment,
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = bundle[path];
      if (html) html.fileName = address;
    },
  };
}

/** The demo site writes itself as static files, beside the loader that its pages embed. */
const demo: Plugin = {
  name: 'lotsa:demo',
  applyToEnvironment: ({ name }) => name === 'loader',
  buildStart() {
    for (const entry of readdirSync('apps/demo', { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) this.addWatchFile(join(entry.parentPath, entry.name));
    }
  },
  writeBundle() {
    // in a process of its own, so that `npm run dev` runs a changed layout and not the one it imported at first
    execFileSync(process.execPath, ['apps/demo/build.mjs', `${PUBLIC}/demo`], { stdio: 'inherit' });
  },
};

/**
 * Limits for tests. They take a fraction of it, but hold also on a machine that
 * does much else.
 */
const patient = (ms: number) => ({
  testTimeout: ms,
  hookTimeout: ms,
  expect: { poll: { timeout: ms / 2, interval: 20 } },
});

export default defineConfig({
  publicDir: false,
  plugins: [
    demo,
    slimSocket('panel'),
    smallPreload('panel'),
    servedAt('panel', 'apps/widget/panel.html', 'panel.html'),
    servedAt('console', 'apps/console/index.html', 'console/index.html'),
  ],
  environments: {
    // `server` only so that Vite leaves their dynamic imports as they are: its helper is a tenth of the loader
    loader: {
      consumer: 'server',
      build: {
        outDir: PUBLIC,
        emptyOutDir: false,
        // the oldest browsers that have constructed style sheets, in the pages that embed it
        target: 'es2022',
        minify: true,
        reportCompressedSize: false,
        rolldownOptions: {
          input: 'apps/widget/loader.ts',
          output: { format: 'iife', entryFileNames: 'widget.js' },
        },
      },
    },
    more: {
      consumer: 'server',
      resolve: { noExternal: [/^@lotsa\//] },
      build: {
        outDir: PUBLIC,
        emptyOutDir: false,
        target: 'es2022',
        minify: true,
        reportCompressedSize: false,
        rolldownOptions: {
          input: { more: 'apps/widget/more.ts' },
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: 'widget-more.js', chunkFileNames: 'widget-[name].js' },
        },
      },
    },
    // what else uses of the conversation is fetched with it
    panel: page('panel', 'apps/widget/panel.html', 'assets', [
      { name: 'conversation', test: /panel\/conversation\.tsx|(event-text|message-paths)\.ts/ },
    ]),
    console: page('console', 'apps/console/index.html', 'console/assets'),
    // the style of the relay's pages without script: no script of theirs is built
    pages: {
      consumer: 'client',
      build: {
        outDir: PUBLIC,
        emptyOutDir: false,
        target: 'es2022',
        reportCompressedSize: false,
        rolldownOptions: {
          input: 'apps/relay/pages/pages.css',
          output: { assetFileNames: 'pages.css' },
        },
      },
    },
    relay: {
      consumer: 'server',
      resolve: { noExternal: [/^@lotsa\//] },
      build: {
        outDir: 'dist/relay',
        emptyOutDir: false,
        target: 'node20',
        reportCompressedSize: false,
        // every file in one folder: some find dist/public from where they are
        rolldownOptions: { input: 'apps/relay/main.ts', output: { chunkFileNames: '[name].js' } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { loader, more, panel, console: staff, pages, relay } = builder.environments;
      if (!loader || !more || !panel || !staff || !pages || !relay)
        throw new Error('an environment is missing');
      rmSync('dist', { recursive: true, force: true });
      try {
        await Promise.all(
          [loader, more, panel, staff, pages].map((environment) => builder.build(environment)),
        );
        // last, because its file says that the build is whole; `npm run dev` runs the relay from its sources
        if (!relay.config.build.watch) await builder.build(relay);
      } catch (error) {
        // Rolldown has written what it could: nobody may start half a build
        rmSync('dist', { recursive: true, force: true });
        throw error;
      }
    },
  },
  test: {
    coverage: { provider: 'v8', include: ['packages/**', 'apps/**'] },
    // most of a test's time is waiting for something real, so also two cores take two files at a time
    maxWorkers: Math.max(2, availableParallelism()),
    // A worker loads a module once for all its files, which is half of the suite's work. What a test opens is its own.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], ...patient(30_000) } },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...patient(30_000) },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/component/**/*.test.{ts,tsx}'],
          // each file has a page of its own
          isolate: true,
          ...patient(30_000),
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...patient(30_000) },
      },
      // these two run the built program, after everything else
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/built.ts',
          ...patient(240_000),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          globalSetup: 'test/support/built.ts',
          // what is killed here shall meet no load but its own
          fileParallelism: false,
          ...patient(60_000),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
