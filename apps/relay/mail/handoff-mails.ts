import { isTarget, remindAt } from '@lotsa/core';
import type { Conversation, Handoff } from '@lotsa/protocol';
import type { HandoffDoc, UserDoc } from '@lotsa/storage';
import { everyDocument, isSecret } from '../directory.ts';
import type { Relay } from '../sockets/relay.ts';
import { mailAddressFor, mailChoicesOf } from './choices.ts';
import { handoffLetter } from './staff-letters.ts';

/** How often hand-offs are looked at: somebody who comes within this time needs no mail. */
export const HANDOFF_MAIL_EVERY_MS = 30_000;
const PAGE = 200;
/** Specialists that are told of one hand-off; a department that is larger has somebody there. */
const MOST_TOLD = 30;

type MailingRelay = Pick<Relay, 'context' | 'directory' | 'mail'>;
type About = 'asked' | 'expiring' | 'lateSoon';

/** Tells specialists by mail of what waits for them. */
export interface HandoffMails {
  /**
   * Looks at all hand-offs whose deadline is to come. Which mail there has been is told by the outbox, so that it makes no
   * difference how often or on how many relays this is done.
   */
  look(): Promise<void>;
}

/** Makes it. */
export function createHandoffMails(relay: MailingRelay): HandoffMails {
  const { storage, now } = relay.context;
  let lookedAt = 0;

  async function look(): Promise<void> {
    const at = now();
    if (at - lookedAt < HANDOFF_MAIL_EVERY_MS) return;
    lookedAt = at;
    let users: UserDoc[] | undefined;
    let after: string | null = null;
    do {
      const page: { docs: HandoffDoc[]; next: string | null } = await storage.find('handoffs', {
        index: 'byDeadline',
        equals: { watched: 'owner' },
        range: { field: 'deadline', gt: at },
        limit: PAGE,
        after,
      });
      for (const handoff of page.docs) {
        if (handoff.state === 'needsApproval') continue;
        users ??= (await everyDocument(storage, 'users')).filter(({ role }) => role === 'specialist');
        await tellOf(handoff, users);
      }
      after = page.next;
    } while (after !== null);
  }

  async function tellOf(handoff: HandoffDoc, users: readonly UserDoc[]): Promise<void> {
    const at = now();
    const reminding = remindAt(handoff);
    const soon = reminding !== null && reminding <= at;
    if (handoff.state === 'accepted') {
      if (soon)
        await send(
          'lateSoon',
          handoff,
          users.filter(({ id }) => id === handoff.acceptedById),
        );
      return;
    }
    const asked = users.filter((user) => isTarget(user, handoff));
    const absent = asked.every(({ presentUntil }) => presentUntil <= at);
    if (soon) await send('expiring', handoff, asked);
    else if (absent) await send('asked', handoff, asked);
  }

  const send = async (about: About, doc: HandoffDoc, users: readonly UserDoc[]): Promise<void> => {
    const conversation = await storage.get('conversations', doc.conversationId);
    const handoff = conversation?.handoffs.find(({ id }) => id === doc.handoffId);
    if (conversation && handoff) await mailOfHandoff(relay, about, conversation, handoff, users);
  };

  return { look };
}

/** Nobody who was asked was there, and the hand-off became a case at once (rule H4): those who were asked learn of the case. */
export async function mailOfHandoffCase(
  relay: MailingRelay,
  conversation: Conversation,
  handoff: Handoff,
  caseNumber: string,
): Promise<void> {
  const users = await everyDocument(relay.context.storage, 'users');
  const asked = users.filter((user) => user.role === 'specialist' && isTarget(user, handoff));
  await mailOfHandoff(relay, 'asked', conversation, handoff, asked, `/console/cases/${caseNumber}`);
}

/** Puts a mail for each user in the outbox who wants it and has not had it. `path` is where it leads to. */
async function mailOfHandoff(
  relay: MailingRelay,
  about: About,
  conversation: Conversation,
  handoff: Handoff,
  users: readonly UserDoc[],
  path = `/console/c/${conversation.id}`,
): Promise<void> {
  const { storage, config } = relay.context;
  const kind = about === 'asked' ? 'handoffAsked' : 'handoffExpiring';
  const { sites, departments, topics } = await relay.directory();
  const site = sites.get(conversation.siteId);
  if (!site) return;
  const department = departments.get(handoff.departmentId);
  const secret = conversation.secret || isSecret(department);
  const facts = secret ? null : { topic: topics.get(conversation.topicId ?? ''), department };
  for (const user of users.slice(0, MOST_TOLD)) {
    const id = `${kind}:${conversation.id}:${handoff.id}:${user.id}`;
    const to = user.active ? mailAddressFor(user, 'handoffs') : null;
    if (to === null || (await storage.get('mails', id))) continue;
    const { language } = mailChoicesOf(user);
    const letter = handoffLetter(about, site, handoff, facts, config.publicUrl + path, language);
    await relay.mail.queue({ id, kind, site, to, language, letter, giveUpAt: handoff.deadline });
  }
  // A department that was asked as a whole may have a mailbox that somebody reads before any of them signs in.
  const mailbox = about === 'asked' && handoff.user === null && department?.email;
  if (!mailbox || users.some(({ email }) => email === mailbox)) return;
  const letter = handoffLetter(about, site, handoff, facts, config.publicUrl + path, 'sv', true);
  const id = `${kind}:${conversation.id}:${handoff.id}:mailbox`;
  await relay.mail.queue({ id, kind, site, to: mailbox, language: 'sv', letter, giveUpAt: handoff.deadline });
}
