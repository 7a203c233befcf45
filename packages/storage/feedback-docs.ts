import type { DepartmentMonth, FeedbackSettings, MonthAnswer, WebGap } from '@lotsa/protocol';

/** A gap on the web, and where it was marked. */
export interface WebGapDoc extends Omit<WebGap, 'words'> {
  /** Citizens' own words. */
  words: { quote: string }[];
  /** `conversation:{id}` or `case:{number}`, which the staff who mend the web are not told; null of what came by itself. */
  origin: string | null;
}

/** Who edits which pages of a site. Its id is the site's. */
export type FeedbackSettingsDoc = FeedbackSettings & { id: string };

/** A department's month as it was told, and what it answered (rule F3). Its id is `site:department:month`. */
export interface DepartmentMonthDoc {
  id: string;
  siteId: string;
  departmentId: string;
  month: string;
  figures: DepartmentMonth;
  /** Some of it is made up, for the demo. */
  demo: boolean;
  madeAt: number;
  answers: MonthAnswer[];
  /** How often it was answered: who changes it names the one that it saw. */
  revision: number;
}
