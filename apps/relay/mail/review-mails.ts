import { isActive, reviewMailAt, reviewMark, reviewOf } from '@lotsa/core';
import type { UserDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { mailAddressFor, mailChoicesOf } from './choices.ts';
import { type About, type Reviewing, reviewLetter } from './review-letter.ts';

/** Something with a date of review. */
interface Item {
  /** The counter that says how far somebody has been told of it. */
  told: string;
  reviewOn: string;
  departmentId: string;
  about: About;
}

/**
 * Mails from seven in the morning on, a month before agreements and guides are to be looked over and when the date has passed: once each, on
 * however many relays, and also what a relay that was down did not tell.
 */
export function createReviewMails({
  context,
  directory,
  mail,
  knowledge,
}: Pick<Relay, 'context' | 'directory' | 'mail' | 'knowledge'>): { look(): Promise<void> } {
  const { storage, now, config } = context;
  /** The morning that was looked at last. */
  let looked = 0;

  async function items(): Promise<Item[]> {
    const { departments, topics, agreements } = await directory();
    const found: Item[] = [];
    for (const { id, departmentId, topicId, reviewOn } of agreements.values()) {
      const department = departments.get(departmentId);
      if (reviewOn === null || !department || department.retired) continue;
      const topic = topics.get(topicId ?? '')?.name ?? null;
      const about = { kind: 'agreement', department: department.name, topic } as const;
      found.push({ told: `review:agreement:${id}`, reviewOn, departmentId, about });
    }
    for (const { id, departmentId, title, reviewOn } of await knowledge.guides()) {
      if (reviewOn)
        found.push({ told: `review:guide:${id}`, reviewOn, departmentId, about: { kind: 'guide', title } });
    }
    return found;
  }

  /** What is due and has not been told, with the mark that says that it has. */
  async function untold() {
    const found: { item: Item; review: 'soon' | 'late'; mark: number }[] = [];
    for (const item of await items()) {
      const [review, mark] = [reviewOf(item, now()), reviewMark(item, now())];
      if (review === null || mark === null) continue;
      const told = await storage.get('counters', item.told);
      if (told?.value !== mark) found.push({ item, review, mark });
    }
    return found;
  }

  async function tell(morning: number): Promise<void> {
    const [site] = (await directory()).sites.values();
    const due = await untold();
    if (!site || due.length === 0) return;
    const users = await everyDocument(storage, 'users');
    const letters = new Map<UserDoc, Reviewing[]>();
    for (const { item, review } of due) {
      const one: Reviewing = { ...item.about, reviewOn: item.reviewOn, review };
      for (const user of reviewersOf(item, users)) letters.set(user, [...(letters.get(user) ?? []), one]);
    }
    for (const [user, all] of letters) {
      const { language } = mailChoicesOf(user);
      const letter = reviewLetter(all, site, (path) => config.publicUrl + path, language);
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
    for (const { item, mark } of due) await storage.put('counters', { id: item.told, value: mark });
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

/**
 * Who looks it over, of those who want mail about it: editors a guide, a department's coordinators what is its own, and administrators what
 * nobody else does.
 */
function reviewersOf({ departmentId, about }: Item, users: readonly UserDoc[]): UserDoc[] {
  const reached = users.filter((user) => isActive(user) && mailAddressFor(user, 'reviews') !== null);
  const of = (role: UserDoc['role']) => reached.filter((user) => user.role === role);
  const own = of('coordinator').filter(({ departmentIds }) => departmentIds.includes(departmentId));
  const choices = [about.kind === 'guide' ? of('editor') : [], own, of('administrator')];
  return choices.find((some) => some.length > 0) ?? [];
}
