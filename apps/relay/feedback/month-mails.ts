import { localDate, monthBefore, monthDueAt } from '@lotsa/core';
import { type Department, fits, MailAddress, type Site, type Topic } from '@lotsa/protocol';
import type { DepartmentMonthDoc } from '@lotsa/storage';
import type { Letter } from '../mail/letter.ts';
import { recurring } from '../mail/recurring.ts';
import { languageOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { monthWords } from './words/month.ts';

/** Sends each department its month to its own address: figures alone, and a link to where it is answered. */
export function createMonthMails({
  context,
  directory,
  mail,
  feedback,
}: Pick<Relay, 'context' | 'directory' | 'mail' | 'feedback'>): { look(): Promise<void> } {
  return recurring(context, monthDueAt, 'department-months', async (due) => {
    const { sites, departments, topics } = await directory();
    for (const site of sites.values()) {
      const month = monthBefore(localDate(due, site.hours.timeZone).slice(0, 7));
      for (const department of departments.values()) {
        if (department.retired) continue;
        const doc = await feedback.months.told(site, department.id, month);
        const { n, before } = doc.figures.contacts;
        if (n + before === 0 || !fits(MailAddress, department.email)) continue;
        const url = `${context.config.publicUrl}/console/admin/department-months/${department.id}`;
        await mail.queue({
          id: `departmentMonth:${doc.id}`,
          kind: 'departmentMonth',
          site,
          to: department.email,
          language: 'sv',
          letter: monthLetter(doc, { site, department, topics, url }),
        });
      }
    }
  });
}

interface About {
  site: Site;
  department: Department;
  topics: ReadonlyMap<string, Topic>;
  url: string;
}

function monthLetter(
  { figures, month }: DepartmentMonthDoc,
  { site, department, topics, url }: About,
): Letter {
  const { say } = languageOf('sv', site);
  const words = monthWords;
  const name = new Intl.DateTimeFormat('sv', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15`),
  );
  const { contacts, avoidable, late, deviations, top } = figures;
  return {
    subject: words.monthSubject(say(department.name), name),
    blocks: [
      { type: 'text', text: words.monthIntro },
      {
        type: 'facts',
        rows: [
          [words.monthContacts, words.monthNumber(contacts.n, contacts.before)],
          [words.monthAvoidable, words.monthNumber(avoidable.n, avoidable.before)],
          [words.monthLateName, words.monthLate(late.n, late.of, late.before)],
          [words.monthDeviations, words.monthNumber(deviations.n, deviations.before)],
        ],
      },
      ...(top.length > 0 ? [{ type: 'heading' as const, text: words.monthTop }] : []),
      {
        type: 'facts',
        rows: top.map(({ topicId, n, before }) => {
          const topic = topics.get(topicId);
          return [topic ? say(topic.name) : topicId, words.monthNumber(n, before)] as const;
        }),
      },
      { type: 'link', label: words.monthLink, url },
    ],
    footer: [words.footer(say(site.centreName), say(site.name)), words.monthFrom],
  };
}
