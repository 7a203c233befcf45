import { createLauncher } from './loader/launcher.ts';
import { guarded } from './loader/guarded.ts';

/** Our own tag: the one that runs now, or, where a tag manager runs us otherwise, the one that names us. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[data-site][src]');

guarded<unknown>(() => {
  if (script?.dataset['site']) createLauncher(script.dataset, new URL(script.src).origin);
})(0);
