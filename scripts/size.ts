// Prints what visitors download, gzipped, and fails above a budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { buildIfNeeded } from './build-if-needed.mjs';

const PUBLIC = 'dist/public';

/** Loaded on top of the first view when a visitor writes, by the names of the chunks. Rating, forms and files are not. */
const CONVERSATION = ['socket', 'conversation'];
/** The texts of a group in one language: one is loaded, the visitor's; the largest is counted. */
const texts = (group: string): RegExp => new RegExp(`^apps/widget/languages/.*[?]${group}$`);

buildIfNeeded();
const manifest = JSON.parse(readFileSync(join(PUBLIC, '.vite/panel.json'), 'utf8')) as Manifest;

function keyOf(name: string): string {
  const found = Object.entries(manifest).find(([, chunk]) => chunk.name === name);
  if (!found) throw new Error(`The panel has no chunk called ${name}; see scripts/size.ts.`);
  return found[0];
}

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

function largest(group: string): Set<string> {
  const keys = Object.keys(manifest).filter((key) => texts(group).test(key));
  const [first] = keys.map((key) => closure(key)).toSorted((a, b) => total(b) - total(a));
  if (!first) throw new Error(`The panel has no texts of the group ${group}; see scripts/size.ts.`);
  return first;
}

const html = readFileSync(join(PUBLIC, 'panel.html'), 'utf8');
const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
const firstLoad = new Set(['panel.html', ...linked, ...largest('messages')]);
const conversation = new Set([
  ...firstLoad,
  ...CONVERSATION.flatMap((name) => [...closure(keyOf(name))]),
  ...largest('talk'),
]);

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
