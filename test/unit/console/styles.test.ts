import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const read = (folder: string): [file: string, text: string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css)$/.test(file) && !file.includes('node_modules'))
    .map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]);

const sources = new Map(read('apps/console'));
/** What every page has, as the tokens and components are its own part. */
const shared = read('packages/ui').flatMap(([file, text]) => (file.endsWith('.css') ? [text] : []));

const classesIn = (css: string): string[] =>
  [...css.matchAll(/\.([a-z][a-z0-9-]+)/g)].map(([, name]) => name ?? '');
const inFolderOf = (file: string, path: string): string => join(dirname(file), path);

/** A file with all that it brings along. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  const text = sources.get(file);
  if (text === undefined || seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of text.matchAll(/^(?:import|export)\b[^;]*?['"](\.[^'"]+)['"];/gms))
    withImports(inFolderOf(file, path), seen);
  return seen;
}

it('each part of the console that is loaded by itself brings what it wears', () => {
  const first = withImports('apps/console/main.tsx');
  const parts = [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/import\(\s*['"](\.[^'"]+)['"]\s*\)/g)].map(([, path = '']) => inFolderOf(file, path)),
  );
  expect(parts.length).toBeGreaterThan(30);
  const styles = (files: Iterable<string>): Set<string> =>
    new Set(
      [...files]
        .filter((file) => file.endsWith('.css'))
        .flatMap((file) => classesIn(sources.get(file) ?? '')),
    );
  const always = new Set([...styles(first), ...shared.flatMap(classesIn)]);
  const known = styles(sources.keys());
  const bare = parts.flatMap((part) => {
    const files = withImports(part);
    const worn = styles(files);
    return [...files].flatMap((file) =>
      [...(sources.get(file) ?? '').matchAll(/\bclass=(?:\{[`'])?["`']?([a-z0-9 -]+)/g)]
        .flatMap(([, names = '']) => names.split(' '))
        .filter((name) => known.has(name) && !worn.has(name) && !always.has(name))
        .map((name) => `${part}: ${name} of ${file}`),
    );
  });
  expect(bare).toEqual([]);
});
