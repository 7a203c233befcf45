import { readFileSync } from 'node:fs';

/** What `npm start` gives to Node: every relay of the tests and benches runs with it, as it does where it is used. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
export const NODE_OPTIONS = scripts.start.match(/--\S+/g) ?? [];
