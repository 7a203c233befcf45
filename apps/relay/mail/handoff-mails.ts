import { isTarget, remindAt } from '@lotsa/core';
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

/** Tells specialists by mail of what waits for them. */
export interface HandoffMails {
  /**
   * Looks at all hand-offs whose deadline is to come. Which mail there has been is told by the outbox, so that it makes no
   * difference how often or on how many relays this is done.
   */
  look(): Promise<void>;
}

/** Makes it. */
export function createHandoffMails(
  relay: Pick<Relay, 'context' | 'directory' | 'presence' | 'mail'>,
): HandoffMails {
  const { storage, now, config } = relay.context;
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

  async function send(
    about: 'asked' | 'expiring' | 'lateSoon',
    handoff: HandoffDoc,
    users: readonly UserDoc[],
  ): Promise<void> {
    const { conversationId, handoffId, siteId, departmentId, deadline } = handoff;
    const kind = about === 'asked' ? 'handoffAsked' : 'handoffExpiring';
    const fresh: { user: UserDoc; to: string; id: string }[] = [];
    for (const user of users.slice(0, MOST_TOLD)) {
      const id = `${kind}:${conversationId}:${handoffId}:${user.id}`;
      const to = mailAddressFor(user, 'handoffs');
      if (to && !(await storage.get('mails', id))) fresh.push({ user, to, id });
    }
    if (fresh.length === 0) return;
    const { sites, departments, topics } = await relay.directory();
    const [site, conversation] = [sites.get(siteId), await storage.get('conversations', conversationId)];
    if (!site || !conversation) return;
    const department = departments.get(departmentId);
    const secret = conversation.secret || isSecret(department);
    const facts = secret ? null : { topic: topics.get(conversation.topicId ?? ''), department };
    const url = `${config.publicUrl}/console/c/${conversationId}`;
    for (const { user, to, id } of fresh) {
      const { language } = mailChoicesOf(user);
      const letter = handoffLetter(about, site, handoff, facts, url, language);
      await relay.mail.queue({ id, kind, site, to, language, letter, giveUpAt: deadline });
    }
  }

  return { look };
}
