// npm run sbom: what a running Lotsa consists of, as a CycloneDX 1.5 file (ECMA-424), and whether every licence in it goes with ours.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const OUT = 'dist/sbom.cdx.json';
/** What runs at a municipality; everything else only builds and tests. */
const SHIPPED = ['@lotsa/relay', '@lotsa/widget', '@lotsa/console'];
/** Licences that a work under the EUPL-1.2 may contain (its article 5, and those that ask for no more than notice). */
const LICENCES = new Set([
  'EUPL-1.2',
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  // Of fonts: they may be bundled with any software, and a document that embeds them is its author's.
  'OFL-1.1',
]);

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}
interface Bom {
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
  metadata: { component: object };
}

const npm = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (npm.status !== 0) {
  process.stderr.write(`npm sbom failed:\n${npm.stderr}`);
  process.exit(1);
}
const bom = JSON.parse(npm.stdout) as Bom;

/** npm counts what the root names for its builds as needed only there, though the apps need it too: the graph tells. */
const edges = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const shipped = new Set<string>();
const queue = bom.components.filter(
  ({ name }) => SHIPPED.includes(name) || SHIPPED.includes(`@lotsa/${name}`),
);
for (const open = queue.map((component) => component['bom-ref']); open.length > 0;) {
  const ref = open.pop() ?? '';
  if (shipped.has(ref)) continue;
  shipped.add(ref);
  open.push(...(edges.get(ref) ?? []));
}
bom.components = bom.components.filter((component) => shipped.has(component['bom-ref']));
bom.dependencies = bom.dependencies.filter(({ ref }) => shipped.has(ref));

mkdirSync('dist', { recursive: true });
writeFileSync(OUT, `${JSON.stringify(bom, null, 2)}\n`);
const licenceOf = ({ licenses = [] }: Component): string =>
  licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '?')
    .join(' AND ') || '?';
const odd = bom.components.filter((component) => !LICENCES.has(licenceOf(component)));
process.stdout.write(`${OUT}: ${bom.components.length} components\n`);
for (const component of odd) {
  process.stdout.write(
    `${component.name}@${component.version}: ${licenceOf(component)} is not among the licences that go with EUPL-1.2\n`,
  );
}
process.exitCode = odd.length > 0 ? 1 : 0;
