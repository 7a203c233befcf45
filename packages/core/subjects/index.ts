export * from './deadline.ts';
export * from './erasable.ts';
export * from './officer.ts';
export * from './terms.ts';
export * from './letter.ts';
