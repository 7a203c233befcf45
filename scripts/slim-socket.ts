import type { Plugin } from 'vite';

/**
 * In place of a whole file; or without the parts of it that match, with one text in place of another, and with its methods of
 * these names doing something else: mostly nothing.
 */
type Replacement =
  | string
  | { lines?: RegExp; swap?: readonly [string, string]; methods?: Readonly<Record<string, string>> };

/** Methods that do nothing any more. */
const nothing = (...methods: string[]): Record<string, string> =>
  Object.fromEntries(methods.map((method) => [method, '']));

/**
 * What the panel's socket client is built without: other transports than WebSocket (`packages/client/polling.ts` loads
 * polling when it is needed), and binary payloads, which no event of the protocol has. 4 kB less for every visitor.
 */
const REPLACED: Record<string, Replacement> = {
  'engine.io-client/build/esm/transports/index.js':
    "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  // Settings that only Node's WebSocket takes.
  'engine.io-client/build/esm/transports/websocket.js': { lines: /(?<=pick\(this\.opts), .*(?=\);)/g },
  'engine.io-client/build/esm/index.js': { lines: /^export \{.*\} from "\.\/transports\/(?!index).*$/gm },
  // For browsers that have no promises; and queries that come as a text.
  'engine.io-client/build/esm/globals.js':
    "export const nextTick = (run) => Promise.resolve().then(run); export const globalThisShim = self; export const defaultBinaryType = 'arraybuffer'; export function createCookieJar() {}",
  'engine.io-client/build/esm/contrib/parseqs.js':
    'export const encode = (fields) => String(new URLSearchParams(fields)); export const decode = () => ({});',
  // Its index looks up a manager by address; we make ours.
  'socket.io-client/build/esm/index.js': "export { Manager } from './manager.js';",
  'socket.io-parser/build/esm/is-binary.js':
    'export const isBinary = () => false; export const hasBinary = () => false;',
  'socket.io-parser/build/esm/binary.js':
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }); export const reconstructPacket = (packet) => packet;',
  'engine.io-parser/build/esm/encodePacket.browser.js':
    "import { PACKET_TYPES } from './commons.js'; export const encodePacketToBinary = () => {}; export const encodePacket = ({ type, data }, binary, done) => done(PACKET_TYPES[type] + (data || ''));",
  'engine.io-parser/build/esm/decodePacket.browser.js':
    "import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js'; export const decodePacket = (packet) => { const type = PACKET_TYPES_REVERSE[packet[0]]; return type ? { type, data: packet.slice(1) } : ERROR_PACKET; };",
  'socket.io-parser/build/esm/index.js': {
    // A check for other libraries, and binary payloads.
    lines:
      /^export function isPacketValid[^]*?^\}$|^ {8}if \(p\.type === PacketType\.BINARY_EVENT[^]*?^ {8}\}$/gm,
    methods: {
      encode: 'return [this.encodeAsString(obj)];',
      // What is no string fails in there, as it should.
      add: 'this.emitReserved("decoded", this.decodeString(obj));',
      // What is no JSON; what is in it, the protocol's schemas say.
      'static isPayloadValid': 'return payload !== false;',
      destroy: '',
      encodeAsBinary: '',
    },
  },
  // Reconnecting by itself, which is off, with its settings; and of the parser what is used.
  'socket.io-client/build/esm/manager.js': {
    lines:
      /^ {8}this\.(?:reconnection\w*|randomizationFactor)\(.*\n|^ {8}this\.backoff = new [^]*?^ {8}\}\);\n|^ {8}this\.backoff\.reset\(\);\n|^ {8}if \(this\._reconnection && [^]*?^ {8}\}\n|^import \{ Backoff \}.*\n/gm,
    swap: [
      'import * as parser from "socket.io-parser";',
      'import { Decoder, Encoder } from "socket.io-parser"; const parser = { Decoder, Encoder };',
    ],
    methods: nothing(
      'reconnection',
      'reconnectionAttempts',
      'reconnectionDelay',
      'randomizationFactor',
      'reconnectionDelayMax',
      'maybeReconnectOnOpen',
      'reconnect',
      'onreconnect',
      'connect',
      'disconnect',
    ),
  },
  // Its queue of retries, which is off (ours is the outbox), listeners that nobody adds, and advice for a server that ours is not.
  'socket.io-client/build/esm/socket.js': {
    lines: /It seems you are trying to reach[^"]*/g,
    methods: nothing(
      '_addToQueue',
      '_drainQueue',
      'send',
      'open',
      'close',
      'compress',
      'get volatile',
      'prependAny',
      'offAny',
      'listenersAny',
      'onAnyOutgoing',
      'prependAnyOutgoing',
      'offAnyOutgoing',
      'listenersAnyOutgoing',
      'notifyOutgoingListeners',
    ),
  },
  // What we ask of it goes through `write`; our transports are always named, and there is one to try; its address is a text,
  // with nothing after the path; closing before the page is left, remembering an upgrade and WebTransport are not asked for.
  'engine.io-client/build/esm/socket.js': {
    lines:
      /^ {8}if \(opts\.transportImplementations && opts\.transports\) \{[^]*?^ {8}\}$|^ {8}if \(this\.transports\.length === 0\) \{[^]*?^ {8}\}$|^ {8}if \(opts\.transportImplementations \|\|[^]*?^ {8}else (?=\{)|^ {8}if \(uri && "object"[^]*?^ {8}\}$|^ {8}else if \(opts\.host\) \{[^]*?^ {8}\}$|^ {12}if \(this\.opts\.closeOnBeforeunload\) \{[^]*?^ {12}\}$|^ {8}if \(this\.opts\.withCredentials\) \{[^]*?^ {8}\}$|(?<=const transportName = )this\.opts\.rememberUpgrade[^]*?: (?=this\.transports\[0\])|^ {8}if \(this\._upgrades\.indexOf[^]*?^ {8}else (?=\{)|^ {12}(?:agent: false|perMessageDeflate: \{[^]*?\}|rejectUnauthorized: true|rememberUpgrade: false|closeOnBeforeunload: false),$/gm,
    methods: nothing('send'),
  },
  // The browser's own parser, which the library does not trust to be there.
  'engine.io-client/build/esm/contrib/parseuri.js':
    "export const parse = (source) => { const { protocol, hostname, port, pathname, search } = new URL(source); return { source, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path: pathname, query: search.slice(1), queryKey: {} }; };",
};

const ENGINE = 'engine.io-client';
const POLLING_PART = 'packages/client/polling.ts';
const POLLING_ENGINE = '\0lotsa:polling-engine';

/** The file with another body for a method of a class in it: its head stays, so that whoever calls it still may. */
const withBody = (code: string, [method, body]: readonly [string, string]): string =>
  code.replace(new RegExp(`^(    ${method}\\(.*\\) \\{)\\n[^]*?^    \\}$`, 'm'), `$1${body}}`);

const isFile = (id: string | undefined, name: string): boolean =>
  id?.replaceAll('\\', '/').endsWith(`/${name}`) ?? false;

/** Puts the short parts in place of the long ones in an environment's build; fails when one is not there any more. */
export function slimSocket(environment: string): Plugin {
  const missing = new Set(Object.keys(REPLACED));
  return {
    name: 'lotsa:slim-socket',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    resolveId: (source, importer) =>
      source === ENGINE && isFile(importer, POLLING_PART) ? POLLING_ENGINE : undefined,
    async load(id) {
      if (id !== POLLING_ENGINE) return null;
      // Past the library's index, so that polling is no part of what everybody loads.
      const index = (await this.resolve(ENGINE, id))?.id.replaceAll('\\', '/') ?? '';
      const folder = `${index.slice(0, index.lastIndexOf('/'))}/transports`;
      return `export { transports } from '${folder}/index.js'; export { XHR } from '${folder}/polling-xhr.js';`;
    },
    transform(code, id) {
      const name = Object.keys(REPLACED).find((each) => isFile(id, each));
      const replacement = name === undefined ? undefined : REPLACED[name];
      if (name === undefined || replacement === undefined) return null;
      if (typeof replacement === 'string') {
        missing.delete(name);
        return { code: replacement, map: null };
      }
      const { lines = /(?!)/g, swap: [from, to] = ['', ''], methods = {} } = replacement;
      const kept = code.replaceAll(lines, '');
      const short = kept.replace(from, to);
      const whole =
        (!replacement.lines || kept !== code) &&
        kept.includes(from) &&
        Object.entries(methods).every((method) => withBody(short, method) !== short);
      if (whole) missing.delete(name);
      return { code: Object.entries(methods).reduce(withBody, short), map: null };
    },
    buildEnd(error) {
      // A new version of the library with other files must not grow the panel in silence.
      if (!error && missing.size > 0) this.error(`not found in the build: ${[...missing].join(', ')}`);
    },
  };
}
