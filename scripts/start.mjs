// The relay runs in this very process, so that Ctrl-C and a service manager's SIGTERM reach it and nothing else.
import { buildIfNeeded } from './build-if-needed.mjs';

process.env.NODE_ENV ??= 'production';
buildIfNeeded();
await import(new URL('../dist/relay/main.js', import.meta.url).href);
