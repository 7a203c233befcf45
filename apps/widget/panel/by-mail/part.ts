import { lazy } from '../lazy.tsx';

/** Something of the conversation by mail. */
export const ByMail = lazy(() => import('./index.ts'), 'ByMail');
