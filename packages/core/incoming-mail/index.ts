export * from './delivery-status.ts';
export * from './nature.ts';
export * from './own-words.ts';
export * from './thread.ts';
