import { launchBrowser } from './test/support/browser.ts';
import { BuiltRelay } from './test/support/built-relay.ts';
