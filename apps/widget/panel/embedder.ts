import type { FromPanel } from '@lotsa/protocol';
import { fromLoader, type Heard } from './from-loader.ts';

/** The page around the panel, as far as we talk to it: its loader. */
export interface Embedder {
  tell(message: FromPanel): void;
}

/**
 * Listens to the loader of the page around us, and says that we are ready. Until it has spoken its origin is unknown; what
 * is said before then is no secret, and `frame-ancestors` has already decided who may embed us.
 * @returns null when we are a page of our own.
 */
export function createEmbedder(heard: (message: Heard, raw: unknown) => void): Embedder | null {
  if (window.parent === window || !new URLSearchParams(location.search).has('embedded')) return null;
  let origin = '*';
  const tell = (message: FromPanel): void => window.parent.postMessage(message, origin);
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || (origin !== '*' && event.origin !== origin)) return;
    const message = fromLoader(event.data);
    if (!message) return;
    // A page without an origin (a sandbox) cannot be named as a target.
    if (event.origin !== 'null') origin = event.origin;
    heard(message, event.data);
  });
  tell({ lotsa: 'ready' });
  return { tell };
}
