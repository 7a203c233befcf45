import type { Role, StatSettings, StatTargets } from '@lotsa/protocol';

/** What holds until a municipality has decided: what Swedish contact centres commonly promise. */
const DEFAULTS: StatTargets = {
  targets: {
    answerRate: 0.9,
    abandonRate: 0.1,
    serviceLevel: 0.8,
    medianWait: null,
    solveRate: 0.7,
    specialistReply: 0.9,
    writtenInTime: 1,
  },
  serviceSeconds: { chat: 60, phone: 300 },
  minimumAnswers: 100,
  baselineMinutes: null,
  handlingSeconds: { chat: 720, phone: 300 },
  chatsAtOnce: 3,
  published: [],
};

/** The settings of a site that has none yet. */
export const firstStatSettings = (siteId: string): StatSettings => ({
  siteId,
  revision: 0,
  history: [],
  ...DEFAULTS,
});

/** Sees statistics: of everything, or of its own departments. */
export const seesStatistics = (role: Role): boolean =>
  role === 'manager' || role === 'administrator' || role === 'coordinator';

/** Decides targets and what is published. */
export const setsTargets = (role: Role): boolean => role === 'manager' || role === 'administrator';
