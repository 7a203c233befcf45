import { handoffDeadline, isActive, isTarget, redacted, staffConversation } from '@lotsa/core';
import {
  type Conversation,
  fail,
  type StaffAnswers,
  type StaffRef,
  type staffRequests,
} from '@lotsa/protocol';
import { caseWhenNobodyIsThere } from '../cases/nobody-there.ts';
import { isSecret } from '../directory.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

type Requests = Pick<
  typeof staffRequests,
  | 'handoff:request'
  | 'handoff:approve'
  | 'handoff:accept'
  | 'handoff:decline'
  | 'handoff:withdraw'
  | 'handoff:answer'
>;

/** Hand-offs to departments, specialists and skills (rules H1 to H6). */
export function handoffHandlers({
  relay,
  actor,
  existing,
  readable,
  change,
}: StaffDesk): Handlers<Requests, StaffAnswers> {
  const { context, presence } = relay;
  const { storage } = context;

  /** The specialist that a hand-off names; anybody in the department when it names none. */
  async function target(departmentId: string, userId: string | null): Promise<StaffRef | null> {
    if (userId === null) return null;
    const named = await storage.get('users', userId);
    if (named?.role !== 'specialist' || !isActive(named) || !named.departmentIds.includes(departmentId))
      throw fail('unknown_target', {});
    return { id: named.id, name: named.name };
  }

  /** The deadline comes from the agreement about the topic, else the department's, and counts working days (rule H2). */
  async function deadline({ siteId, topicId }: Conversation, departmentId: string): Promise<number> {
    const { departments, sites, agreements } = await relay.directory();
    const [department, site] = [departments.get(departmentId), sites.get(siteId)];
    if (!department || !site) throw fail('unknown_target', {});
    return handoffDeadline(department, site, agreements.values(), topicId, context.now());
  }

  return {
    async 'handoff:request'(request) {
      const { conversation } = await readable(request.conversationId);
      const { mode, departmentId, userId, skill, question, reason } = request;
      if (userId !== null && skill !== null)
        throw fail('invalid_payload', { field: 'skill', rule: 'one_target' });
      const changed = await change(request, {
        type: 'requestHandoff',
        mode,
        departmentId,
        user: await target(departmentId, userId),
        question,
        reason,
        deadline: await deadline(conversation, departmentId),
        skill,
        ...(isSecret((await relay.directory()).departments.get(departmentId))
          ? { secret: true as const }
          : {}),
      });
      const { conversation: asked } = await existing(request.conversationId);
      const opened = await caseWhenNobodyIsThere(relay, asked, request.id);
      if (opened) {
        const now = (await existing(request.conversationId)).conversation;
        const shown = staffConversation(actor, now) ?? redacted(now);
        return { ...changed, conversation: shown, presentNow: false };
      }
      const handoff = changed.conversation.handoffs.find(({ id }) => id === request.id);
      const present = await presence.present();
      return {
        ...changed,
        presentNow: present.some(
          (user) => user.role === 'specialist' && !!handoff && isTarget(user, handoff),
        ),
      };
    },

    async 'handoff:approve'(request) {
      const { conversation } = await existing(request.conversationId);
      const handoff = conversation.handoffs.find(({ id }) => id === request.handoffId);
      if (!handoff) throw fail('not_found', {});
      // Those who are asked have their whole time from now on.
      const until = await deadline(conversation, handoff.departmentId);
      const changed = await change(request, {
        type: 'approveHandoff',
        handoffId: handoff.id,
        deadline: until,
      });
      const approved = await existing(request.conversationId);
      await caseWhenNobodyIsThere(relay, approved.conversation, handoff.id);
      return changed;
    },

    'handoff:accept': (request) => change(request, { type: 'acceptHandoff', handoffId: request.handoffId }),

    'handoff:decline': (request) =>
      change(request, { type: 'declineHandoff', handoffId: request.handoffId, reason: request.reason }),

    'handoff:withdraw': (request) =>
      change(request, { type: 'withdrawHandoff', handoffId: request.handoffId }),

    'handoff:answer': (request) => change(request, { type: 'answerHandoff', handoffId: request.handoffId }),
  };
}
