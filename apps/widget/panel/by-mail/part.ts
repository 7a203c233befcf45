import { lazy } from '../lazy.tsx';

/** Something of the conversation by mail. */
export const ByMail = lazy(async () => {
  const { ByMail: Part, texts } = await import('./index.ts');
  return [Part, texts];
});
