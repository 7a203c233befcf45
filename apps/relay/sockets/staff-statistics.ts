import type { StatisticsAnswers, statisticsRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Statistics, staffing and targets, for those who lead. */
export function statisticsHandlers({
  relay: { statistics },
  user,
}: StaffDesk): Handlers<typeof statisticsRequests, StatisticsAnswers> {
  return {
    'statistics:get': (selection) => statistics.report(user, selection),
    'statistics:staffing': (question) => statistics.staffing(user, question),
    'statistics:targets': ({ siteId }) => statistics.targets(user, siteId),
    'statistics:set-targets': (change) => statistics.setTargets(user, change),
  };
}
