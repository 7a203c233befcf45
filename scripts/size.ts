// Prints what visitors download, gzipped, and fails above a budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { buildIfNeeded } from './build-if-needed.mjs';

const PUBLIC = 'dist/public';

/** Loaded on top of the first view when a visitor writes: entries of the manifest. Rating, forms and files are not. */
const CONVERSATION = ['packages/client/socket.ts', 'apps/widget/panel/conversation.tsx'];
/** One of these is loaded, by the visitor's language; the largest is counted. */
const LANGUAGES = /^apps\/widget\/languages\//;

buildIfNeeded();
const manifest = JSON.parse(readFileSync(join(PUBLIC, '.vite/panel.json'), 'utf8')) as Manifest;

/** Every file that loading a chunk loads: itself, its styles and what it imports at once. */
function closure(key: string, seen: Set<string> = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The panel has no chunk of its own for ${key}; see scripts/size.ts.`);
  if (seen.has(chunk.file)) return seen;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) closure(imported, seen);
  return seen;
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(join(PUBLIC, file)), { level: 9 }).length;
}

function total(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipped(file), 0);
}

function row(what: string, bytes: number, rest = ''): void {
  process.stdout.write(`${what.padEnd(44)}${bytes.toLocaleString('en').padStart(7)}${rest}\n`);
}

const languages = Object.keys(manifest).filter((key) => LANGUAGES.test(key));
const [language] = languages.toSorted((a, b) => total(closure(b)) - total(closure(a)));
if (!language) throw new Error('The panel has no language chunk; see scripts/size.ts.');

const html = readFileSync(join(PUBLIC, 'panel.html'), 'utf8');
const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
const firstLoad = new Set(['panel.html', ...linked, ...closure(language)]);
const conversation = new Set([...firstLoad, ...CONVERSATION.flatMap((key) => [...closure(key)])]);

const budgets = [
  { what: 'loader', files: new Set(['widget.js']), limit: 2 * 1024 },
  { what: 'panel, first load', files: firstLoad, limit: 22 * 1024 },
  { what: 'panel, in conversation', files: conversation, limit: 36 * 1024 },
];

let exceeded = false;
let shown = new Set<string>();
for (const { what, files, limit } of budgets) {
  const size = total(files);
  exceeded ||= size > limit;
  row(what, size, ` of ${limit.toLocaleString('en')} B gzip  ${size > limit ? 'TOO LARGE' : 'ok'}`);
  for (const file of [...files].filter((each) => !shown.has(each))) row(`  ${file}`, gzipped(file));
  shown = files;
}
process.exit(exceeded ? 1 : 0);
