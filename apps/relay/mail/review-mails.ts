import { isActive, reviewMailAt, reviewMark, reviewOf } from '@lotsa/core';
import type { Agreement } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { mailAddressFor, mailChoicesOf } from './choices.ts';
import { type Reviewing, reviewLetter } from './review-letter.ts';

/** The counter that says how far somebody has been told of the review of an agreement. */
const toldOf = ({ id }: Agreement): string => `review:agreement:${id}`;

/**
 * Mails from seven in the morning on, a month before agreements are to be looked over and when the date has passed: once each, on however many
 * relays, and also what a relay that was down did not tell. They go to the department's coordinators, and where it has none who
 * wants them, to administrators.
 */
export function createReviewMails({
  context,
  directory,
  mail,
}: Pick<Relay, 'context' | 'directory' | 'mail'>): { look(): Promise<void> } {
  const { storage, now, config } = context;
  /** The morning that was looked at last. */
  let looked = 0;

  /** What is due and has not been told, with the mark that says that it has. */
  async function untold(agreements: Iterable<Agreement>) {
    const found: { agreement: Agreement; mark: number }[] = [];
    for (const agreement of agreements) {
      const mark = reviewMark(agreement, now());
      if (mark === null) continue;
      const told = await storage.get('counters', toldOf(agreement));
      if (told?.value !== mark) found.push({ agreement, mark });
    }
    return found;
  }

  async function tell(morning: number): Promise<void> {
    const { sites, departments, topics, agreements } = await directory();
    const [site] = sites.values();
    const due = await untold(agreements.values());
    if (!site || due.length === 0) return;
    const users = await everyDocument(storage, 'users');
    const letters = new Map<UserDoc, Reviewing[]>();
    for (const { agreement } of due) {
      const department = departments.get(agreement.departmentId);
      const review = reviewOf(agreement, now());
      if (!department || department.retired || review === null || agreement.reviewOn === null) continue;
      const topic = topics.get(agreement.topicId ?? '')?.name ?? null;
      const one = { department: department.name, topic, reviewOn: agreement.reviewOn, review };
      for (const user of reviewersOf(agreement, users))
        letters.set(user, [...(letters.get(user) ?? []), one]);
    }
    const url = `${config.publicUrl}/console/admin/agreements`;
    for (const [user, all] of letters) {
      const { language } = mailChoicesOf(user);
      const letter = reviewLetter(all, site, url, language);
      await mail.queue({
        id: `review:${user.id}:${morning}`,
        kind: 'review',
        site,
        to: user.email,
        language,
        letter,
      });
    }
    // Last: who crashes before tells again by the same ids.
    for (const { agreement, mark } of due)
      await storage.put('counters', { id: toldOf(agreement), value: mark });
  }

  return {
    async look() {
      const morning = reviewMailAt(now());
      if (now() < morning || looked === morning) return;
      await tell(morning);
      looked = morning;
    },
  };
}

/** Who looks an agreement over. */
function reviewersOf({ departmentId }: Agreement, users: readonly UserDoc[]): UserDoc[] {
  const reached = users.filter((user) => isActive(user) && mailAddressFor(user, 'reviews') !== null);
  const own = reached.filter(
    ({ role, departmentIds }) => role === 'coordinator' && departmentIds.includes(departmentId),
  );
  return own.length > 0 ? own : reached.filter(({ role }) => role === 'administrator');
}
