import { build } from 'vite';

/** Where the measured servers are: beside `dist/relay`, as the relay finds its pages from where it is. */
export const SERVERS = 'dist/bench';

/**
 * Builds the measured servers as `npm run build` builds the relay. From their sources, what turns TypeScript into
 * JavaScript on the way would be measured with them (it names every function anew whenever it is made).
 */
export async function buildServers(): Promise<void> {
  const servers = ['bare', 'lotsa'].map((name) => [name, `test/bench/servers/${name}.ts`]);
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: [/^@lotsa\//] },
    build: {
      ssr: true,
      outDir: SERVERS,
      target: 'node20',
      rolldownOptions: { input: Object.fromEntries(servers) as Record<string, string> },
    },
  });
}
