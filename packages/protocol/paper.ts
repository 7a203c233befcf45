import * as v from 'valibot';

/** The papers that are made of the running settings. */
export const PaperName = v.picklist([
  'record',
  'impact',
  'privacy',
  'accessibility',
  'retention',
  'incident',
  'backup',
]);
export type PaperName = v.InferOutput<typeof PaperName>;
