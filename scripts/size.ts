// Prints what visitors download, gzipped, and fails above a budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { buildIfNeeded } from './build-if-needed.mjs';

const PUBLIC = 'dist/public';
const PANEL = 'apps/widget/panel.html';

/** Loaded on top of the first view when a visitor starts to write: entries of the manifest. */
const CONVERSATION = ['packages/client/socket.ts'];
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

function gzipped(files: Iterable<string>): number {
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(PUBLIC, file)), { level: 9 }).length,
    0,
  );
}

const languages = Object.keys(manifest).filter((key) => LANGUAGES.test(key));
const [language] = languages.toSorted((a, b) => gzipped(closure(b)) - gzipped(closure(a)));
if (!language) throw new Error('The panel has no language chunk; see scripts/size.ts.');

const firstLoad = new Set(['panel.html', ...closure(PANEL), ...closure(language)]);
const conversation = new Set([...firstLoad, ...CONVERSATION.flatMap((key) => [...closure(key)])]);

const budgets = [
  { what: 'loader', files: ['widget.js'], limit: 2 * 1024 },
  { what: 'panel, first load', files: firstLoad, limit: 22 * 1024 },
  { what: 'panel, in conversation', files: conversation, limit: 36 * 1024 },
];

let exceeded = false;
for (const { what, files, limit } of budgets) {
  const size = gzipped(files);
  exceeded ||= size > limit;
  const verdict = size > limit ? 'TOO LARGE' : 'ok';
  const numbers = [size, limit].map((bytes) => bytes.toLocaleString('en').padStart(7)).join(' of ');
  process.stdout.write(`${what.padEnd(24)}${numbers} B gzip  ${verdict}\n`);
}
process.exit(exceeded ? 1 : 0);
