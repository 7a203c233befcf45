import type { Site } from '@lotsa/protocol';
import type { Config } from '../config.ts';
import { languageOf } from '../pages/words/index.ts';
import type { Sender } from './carrier.ts';

/** Whom a site's mails are from: its centre, at `MAIL_FROM` or the site's own address, where answers go. */
export function senderOf({ mailFrom }: Pick<Config, 'mailFrom'>, site: Site, language: string): Sender {
  const { say } = languageOf(language, site);
  return {
    name: `${say(site.centreName)}, ${say(site.name)}`,
    address: mailFrom ?? site.email,
    replyTo: site.email,
  };
}
