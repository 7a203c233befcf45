import { lazy } from '../lazy.tsx';

const extras = () => import('./index.ts');

export const CaseLink = lazy(extras, 'CaseLink');
export const SentFile = lazy(extras, 'SentFile');
export const Toolbox = lazy(extras, 'Toolbox');
