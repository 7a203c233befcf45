import {
  answersMonth,
  isActive,
  isCentre,
  mendsWeb,
  recordId,
  requireCaseAccess,
  seesMonth,
  seesStatistics,
  setsFeedback,
} from '@lotsa/core';
import { fail, type FeedbackAnswers, type feedbackRequests } from '@lotsa/protocol';
import { everyDocument } from '../directory.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** What is looked at again within this time is one entry of the audit log. */
const READ_MS = 60 * 60_000;

/** What the municipality learns from its citizens' questions: gaps on the web, and who mends them. */
export function feedbackHandlers({
  relay,
  user,
  readable,
}: StaffDesk): Handlers<typeof feedbackRequests, FeedbackAnswers> {
  const { feedback, audit, context } = relay;
  const { storage, now } = context;
  const by = { id: user.id, name: user.name };
  const require = (may: boolean): void => {
    if (!may) throw fail('forbidden', {});
  };
  async function requireSite(siteId: string): Promise<void> {
    if (!(await relay.directory()).sites.has(siteId)) throw fail('not_found', {});
  }

  /** What a gap is marked in, for whoever reads it and works with citizens' questions. */
  async function markedIn(of: { type: 'conversation' | 'case'; id: string }) {
    if (of.type === 'conversation') return (await readable(of.id)).conversation;
    const doc = await relay.cases.byNumber(of.id);
    if (!doc) throw fail('not_found', {});
    requireCaseAccess(user, doc);
    return doc;
  }

  return {
    async 'gap:mark'({ id, of, ...mark }) {
      const { siteId, topicId, secret } = await markedIn(of);
      require(isCentre(user.role) || user.role === 'specialist');
      await feedback.gaps.mark({ ...mark, id, siteId, topicId, secret }, recordId(of), by);
      return null;
    },
    async 'gaps:list'({ siteId, open, mine, after }) {
      require(mendsWeb(user.role));
      await requireSite(siteId);
      return feedback.gaps.list({ siteId, open, mine: mine ? user.id : null }, after);
    },
    async 'gap:get'({ id }) {
      require(mendsWeb(user.role));
      const view = await feedback.gaps.get(id);
      const hour = Math.floor(now() / READ_MS);
      await audit(by, 'gapRead', id, { once: `gapRead:${user.id}:${id}:${hour}` });
      return view;
    },
    async 'gap:change'({ id, ...change }) {
      require(mendsWeb(user.role));
      return feedback.gaps.change(id, change, by);
    },
    async 'department-month:get'({ siteId, departmentId, month }) {
      require(seesMonth(user, departmentId));
      return feedback.months.get(siteId, departmentId, month);
    },
    async 'department-month:answer'({ siteId, departmentId, month, ...answer }) {
      require(answersMonth(user, departmentId));
      await feedback.months.answer(siteId, departmentId, month, answer, by);
      return null;
    },
    async 'department-month:follow-up'({ siteId, departmentId, month, point, state, text }) {
      require(seesMonth(user, departmentId));
      await feedback.months.followUp(siteId, departmentId, month, { point, state, text: text ?? '' }, by);
      return null;
    },
    'survey:mine': async () => ({ rounds: await feedback.survey.mine(user.id) }),
    async 'survey:answer'({ roundId, scores }) {
      await feedback.survey.answerOf(user.id, roundId, scores);
      return null;
    },
    async 'survey:results'({ siteId, after }) {
      require(seesStatistics(user.role));
      await requireSite(siteId);
      return feedback.survey.results(siteId, after);
    },
    async 'feedback:settings'({ siteId }) {
      require(setsFeedback(user.role));
      await requireSite(siteId);
      const users = await everyDocument(storage, 'users');
      return {
        settings: await feedback.choosing.get(siteId),
        editors: users
          .filter((each) => mendsWeb(each.role) && isActive(each))
          .map(({ id, name }) => ({ id, name })),
      };
    },
    async 'feedback:set-settings'({ siteId, revision, choices }) {
      require(setsFeedback(user.role));
      await requireSite(siteId);
      const users = new Map((await everyDocument(storage, 'users')).map((each) => [each.id, each]));
      choices.pageEditors.forEach(({ userIds }, at) => {
        const stray = userIds.findIndex((id) => !mendsWeb(users.get(id)?.role ?? 'agent'));
        if (stray >= 0)
          throw fail('invalid_payload', { field: `pageEditors.${at}.userIds.${stray}`, rule: 'unknown' });
      });
      return feedback.choosing.set(siteId, revision, choices, by);
    },
  };
}
