import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole page as text. Preact escapes what it is given, and the pages hold no raw markup: nothing typed becomes any. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
