import type { DepartmentMonth, FeedbackSettings, MonthAnswer, SurveyRound, WebGap } from '@lotsa/protocol';

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

/** A round of the internal survey. Its id is `site_day`. */
export interface SurveyRoundDoc extends SurveyRound {
  /** How many were asked. */
  invited: number;
  /** 1 until it is over and nobody can be told from its tickets any more. */
  open: 0 | 1;
  minimumAnswers: number;
}

/** That one of the departments' staff may answer a round, once (rule F4). Its id is `round:user`; nothing leads from it to an answer. */
export interface SurveyTicketDoc {
  id: string;
  roundId: string;
  /** SHA-256 of the secret in the link. */
  tokenHash: string;
  used: 0 | 1;
  /** 0: whether its mail was queued is not known, so that it gets another link. */
  mailed: 0 | 1;
}

/** What somebody answered: neither who nor when (rule F4). */
export interface SurveyAnswerDoc {
  id: string;
  roundId: string;
  /** 1–5, by question. */
  scores: Record<string, number>;
}
