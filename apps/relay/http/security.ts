import type { Site } from '@lotsa/protocol';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

type Directives = Record<string, readonly string[]>;

/** Nothing may be loaded: for answers that are no pages. */
const NOTHING: Directives = { 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] };

/**
 * Pages of ours: scripts, styles and connections of our own origin, nothing inline, and no text that becomes markup or
 * script (W3C Trusted Types). `'self'` covers WebSockets of our own host (CSP 3, 6.7.2.8).
 */
const OWN_PAGE: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'require-trusted-types-for': ["'script'"],
};

function policy(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** Headers of every answer, strict: pages, and what other sites may load, then loosen what they need. */
export function security(config: Config): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...NOTHING, 'frame-ancestors': ["'none'"] },
    },
    // Not for other sites either: the address of a conversation's page is nobody's business. Ours see it.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // On plain http browsers ignore this header, and complain about it in the console.
    crossOriginOpenerPolicy: config.cookies.secure ? { policy: 'same-origin' } : false,
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: config.publicUrl.startsWith('https:')
      ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false }
      : false,
  });
}

/** The console: in nobody's frame; it shows the test page of the embedding in one. */
export function consolePage(response: Response): void {
  response.setHeader(
    'Content-Security-Policy',
    policy({ ...OWN_PAGE, 'frame-src': ["'self'"], 'frame-ancestors': ["'none'"] }),
  );
}

/** The panel: alone, in our own pages, or in the frame that the loader makes on a page of the site's origins. */
export function panelPage(response: Response, site: Site): void {
  // Configuration is checked to be addresses; an origin of one cannot carry a second directive.
  const embedders = site.allowedOrigins.map((address) => new URL(address).origin);
  response.setHeader(
    'Content-Security-Policy',
    policy({
      ...OWN_PAGE,
      // Pictures that a panel without a cookie has fetched itself.
      'img-src': ["'self'", 'data:', 'blob:'],
      'frame-ancestors': ["'self'", ...embedders],
    }),
  );
  // It knows only one origin; frame-ancestors replaces it (CSP 3, 6.4.2.1).
  response.removeHeader('X-Frame-Options');
  // A page that asks for Cross-Origin-Embedder-Policy frames only what allows it.
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** A page that embeds the chat: the least that a municipality's policy has to allow; the console shows it in a frame. */
export function embeddingPage(response: Response): void {
  const { 'connect-src': _, ...page } = OWN_PAGE;
  response.setHeader(
    'Content-Security-Policy',
    policy({ ...page, 'frame-src': ["'self'"], 'frame-ancestors': ["'self'"] }),
  );
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
}

/** Ekhamra's pages: what a municipality's own strict policy would be, which the widget must work under (rule G3). */
export function demoPage(response: Response): void {
  response.setHeader(
    'Content-Security-Policy',
    policy({ ...OWN_PAGE, 'frame-src': ["'self'"], 'frame-ancestors': ["'self'"] }),
  );
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
}

/**
 * A page without any script, made for one visitor: it keeps nothing, and is in nobody's frame. Addresses of cases hold a
 * secret; `Referrer-Policy: same-origin` keeps it from other sites. (`no-referrer` would too, but makes browsers send
 * `Origin: null` with a form (Fetch, 3.2), and then nothing tells our own page from another.)
 */
export function plainPage(response: Response): void {
  response.setHeader(
    'Content-Security-Policy',
    policy({
      'default-src': ["'none'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    }),
  );
  response.setHeader('Cache-Control', 'no-store');
}

/** A file that somebody sent: shown or saved, never run, in a browser of any age. */
export function sentFile(response: Response): void {
  response.setHeader(
    'Content-Security-Policy',
    policy({
      'default-src': ["'none'"],
      'style-src': ["'none'"],
      sandbox: [],
      'frame-ancestors': ["'none'"],
    }),
  );
  response.setHeader('Cache-Control', 'private, no-store');
}
