import type { Directory } from '@lotsa/client';
import { chatOffer, type fillVariables, handoffDeadline, isOpenHandoff, nextChange } from '@lotsa/core';
import type { Conversation, Me, Site } from '@lotsa/protocol';
import { createFormats } from '@lotsa/ui';
import { departmentOf } from '../handoff/targets.ts';
import { departmentIn, inLanguage } from '../names/names.ts';

/** What a console knows that a canned response may ask for. */
export interface KnownFrom {
  readonly directory: Directory | null;
  readonly me: Me | null;
  /** By when the conversation's case is promised an answer, if it has one. */
  readonly promisedAt: number | undefined;
  readonly now: number;
}

/**
 * What is known of the variables of a canned response, in the language that it is written in. There is no `link`: the page of a
 * case is opened by a secret of the visitor's own, which must not stand in the record (the visitor has the link in its panel);
 * and no `position` or `minutes`: whoever is answered has left the queue.
 */
export function knownValues(
  conversation: Conversation,
  language: string,
  { directory, me, promisedAt, now }: KnownFrom,
): Parameters<typeof fillVariables>[1] {
  const departmentId = directory && departmentOf(directory, conversation);
  const site = directory?.sites.find(({ id }) => id === conversation.siteId);
  const formats = createFormats(language, { now: () => now });
  const by = promisedAt ?? (directory && site && answerBy(directory, site, conversation, departmentId, now));
  const opens = site && nextOpening(site, now);
  return {
    name: conversation.contact?.name,
    caseNumber: conversation.caseNumber,
    agent: me?.name,
    centre: site && inLanguage(site.centreName, language),
    phone: site?.phone,
    email: site?.email,
    department: departmentId && departmentIn(directory, departmentId, language),
    nextOpen: opens ? formats.dayTime(opens) : null,
    // What was promised and has passed is no promise to give.
    date: by && by > now ? formats.date(by) : null,
  };
}

/** By when the department that is asked, or would be, has agreed to answer. */
function answerBy(
  { departments, agreements }: Directory,
  site: Site,
  { handoffs, topicId }: Conversation,
  departmentId: string | null,
  now: number,
): number | null {
  const asked = handoffs.find(isOpenHandoff);
  if (asked) return asked.deadline;
  const department = departments.find(({ id }) => id === departmentId);
  return department ? handoffDeadline(department, site, agreements, topicId, now) : null;
}

/**
 * When it opens next, as the panel says; of one that is open now, after it has closed. A manager who opened it until further notice
 * leaves the hours to come as they are; one who closed it has not said when it opens.
 */
function nextOpening({ hours, openOverride }: Site, now: number): number | null {
  const offer = chatOffer({ hours, override: openOverride, now, availableAgents: 0 });
  const change = offer.nextChange ?? (offer.open ? nextChange(hours, now) : null);
  if (!change || change.opens) return change?.at ?? null;
  const next = nextChange(hours, change.at);
  return next?.opens ? next.at : null;
}
