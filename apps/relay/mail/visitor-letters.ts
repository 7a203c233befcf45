import { maskPersonalNumbers } from '@lotsa/core';
import type { Department, Site, VisitorEvent, VisitorMessage } from '@lotsa/protocol';
import type { Letter } from './letter.ts';
import type { MailTongue } from './words/index.ts';

/** Whose the mail is and how else to reach them, under every visitor's mail. */
export function visitorFooter(site: Site, { say, words }: MailTongue): string[] {
  return [
    words.footer(say(site.centreName), say(site.name)),
    words.reach(site.phone, site.email),
    words.noPersonal,
  ];
}

/** What is said in a conversation, for its visitor. `cut`: its beginning is not among the messages. */
export function transcriptLetter(
  site: Site,
  messages: readonly VisitorMessage[],
  cut: boolean,
  departments: ReadonlyMap<string, Department>,
  tongue: MailTongue,
): Letter {
  const { words, say, dateTime } = tongue;
  const nameOf = (id: string): string => {
    const department = departments.get(id);
    return department ? say(department.name) : id;
  };
  const said = messages.map((message) => {
    const when = dateTime(message.at);
    if (message.kind === 'event') return { who: null, when, text: eventText(message.event, tongue, nameOf) };
    const { author } = message;
    // The names of systems are ours: what is not the visitor's and not a person's is the centre's.
    const who =
      author.type === 'staff' ? author.name : author.type === 'visitor' ? words.you : say(site.centreName);
    const text = message.kind === 'file' ? words.file(message.file.name) : message.text;
    // Once more (rule P2): staff may have repeated a number, and mail is read on its way.
    return { who, when, text: maskPersonalNumbers(text).text };
  });
  return {
    subject: words.transcriptSubject(say(site.centreName)),
    blocks: [
      { type: 'text', text: words.transcriptIntro },
      ...(cut ? [{ type: 'text' as const, text: words.transcriptCut }] : []),
      { type: 'said', said },
    ],
    footer: [words.transcriptAskedBy, ...visitorFooter(site, tongue)],
  };
}

/** A link that opens the conversation on another device; nothing of what was said. */
export function deviceLinkLetter(site: Site, url: string, until: number, tongue: MailTongue): Letter {
  const { words, say, dateTime } = tongue;
  return {
    subject: words.linkSubject(say(site.centreName)),
    blocks: [
      { type: 'text', text: words.linkIntro },
      { type: 'link', label: words.linkLabel, url },
      { type: 'text', text: words.linkLimits(dateTime(until)) },
    ],
    footer: [words.linkAskedBy, ...visitorFooter(site, tongue)],
  };
}

function eventText(
  event: VisitorEvent,
  { words, date }: MailTongue,
  department: (id: string) => string,
): string {
  switch (event.type) {
    case 'assigned':
      return words.assigned(event.name);
    case 'specialistJoined':
    case 'transferred':
    case 'specialistLeft':
      return words[event.type](event.name, department(event.departmentId));
    case 'caseOpened':
      return words.caseOpened(event.number, date(event.promisedAt));
    // What was left to be reached by is not repeated: the mail may go to another address.
    case 'contactLeft':
    case 'returned':
    case 'visitorEnded':
    case 'closed':
      return words[event.type];
  }
}
