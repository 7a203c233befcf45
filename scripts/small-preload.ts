import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/** Loads the styles of a part before the part. They are all it is told of: see `resolveDependencies` in vite.config.ts. */
const CODE = `const styles = {};
const load = (file) => styles[file] ??= new Promise((resolve, reject) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/' + file;
  link.onload = resolve;
  link.onerror = () => { delete styles[file]; link.remove(); reject(new Error(file)); };
  document.head.append(link);
});
export const __vitePreload = (part, files = []) => Promise.all(files.map(load)).then(part);`;

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
