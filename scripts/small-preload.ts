import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/** Loads the styles of a part before the part. A link that is there already (the page's own) is not made again. */
const CODE = `const styles = {};
const load = (href) => styles[href] ??= document.querySelector('link[href="' + href + '"]') ? 0 : new Promise((resolve, reject) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.onload = resolve;
  link.onerror = () => { delete styles[href]; link.remove(); reject(new Error(href)); };
  document.head.append(link);
});
export const __vitePreload = (part, files = []) =>
  Promise.all(files.filter((file) => file.endsWith('.css')).map((file) => load('/' + file))).then(part);`;

/**
 * In place of Vite's helper for dynamic imports, which is 1 kB of a panel that has 36: ours does the one thing it is
 * needed for there. Scripts are not preloaded; a part's are few.
 */
export function smallPreload(environment: string): Plugin {
  return {
    name: 'lotsa:small-preload',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === environment,
    load: (id) => (id === HELPER ? CODE : null),
  };
}
