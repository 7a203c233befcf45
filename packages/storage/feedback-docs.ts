import type { FeedbackSettings, WebGap } from '@lotsa/protocol';

/** A gap on the web, and where it was marked. */
export interface WebGapDoc extends Omit<WebGap, 'words'> {
  /** Citizens' own words. */
  words: { quote: string }[];
  /** `conversation:{id}` or `case:{number}`, which the staff who mend the web are not told; null of what came by itself. */
  origin: string | null;
}

/** Who edits which pages of a site. Its id is the site's. */
export type FeedbackSettingsDoc = FeedbackSettings & { id: string };
