export * from './search-index.ts';
export type { SynonymGroup } from './synonyms.ts';
