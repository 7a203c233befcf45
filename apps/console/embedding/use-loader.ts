import { useEffect, useState } from 'preact/hooks';

/** The current loader, as it is pinned. */
export interface PinnedLoader {
  /** The address of this version: `/widget-<version>.js`. */
  path: string;
  /** As in the attribute `integrity` (W3C Subresource Integrity). */
  integrity: string;
}

/** Fetches the current loader and computes its checksum here. Null meanwhile, `failed` when there is none. */
export function useLoader(): PinnedLoader | 'failed' | null {
  const [loader, setLoader] = useState<PinnedLoader | 'failed' | null>(null);
  useEffect(() => {
    pinned().then(setLoader, () => setLoader('failed'));
  }, []);
  return loader;
}

async function pinned(): Promise<PinnedLoader> {
  const answer = await fetch('/widget.js', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`/widget.js: ${answer.status}`);
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-384', await answer.arrayBuffer()));
  const hex = Array.from(sum.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { path: `/widget-${hex}.js`, integrity: `sha384-${btoa(String.fromCharCode(...sum))}` };
}
