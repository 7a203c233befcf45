import { isActive } from '@lotsa/core';
import type { WebhookDoc } from '@lotsa/storage';
import { everyDocument } from '../directory.ts';
import { mailChoicesOf } from '../mail/choices.ts';
import { webhookStoppedLetter } from '../mail/webhook-letter.ts';
import type { Relay } from '../sockets/relay.ts';

/** A webhook was switched off because nothing reached it: it is written down, and administrators get a mail. */
export async function tellOfStopped(
  relay: Pick<Relay, 'context' | 'directory' | 'mail' | 'audit'>,
  { id, name, stoppedAt, failingSince }: WebhookDoc,
): Promise<void> {
  const { storage, config } = relay.context;
  await relay.audit({ id: 'system', name: 'Lotsa' }, 'webhookStopped', id);
  const [site] = (await relay.directory()).sites.values();
  if (!site) return;
  const url = `${config.publicUrl}/console/admin/webhooks`;
  for (const user of await everyDocument(storage, 'users')) {
    if (user.role !== 'administrator' || !isActive(user) || !user.email) continue;
    const { language } = mailChoicesOf(user);
    const letter = webhookStoppedLetter({ name, failingSince }, site, url, language);
    await relay.mail.queue({
      id: `webhookStopped:${id}:${stoppedAt}:${user.id}`,
      kind: 'webhookStopped',
      site,
      to: user.email,
      language,
      letter,
    });
  }
}
