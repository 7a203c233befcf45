import type { MailChoices } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';

/** Before anything is chosen: nobody is to miss a promise because of a setting that it did not know of. */
const UNCHOSEN: MailChoices = { handoffs: true, digest: true, reviews: true, language: 'sv' };

/** What a user wants mail about. */
export const mailChoicesOf = ({ mail }: Pick<UserDoc, 'mail'>): MailChoices => ({ ...UNCHOSEN, ...mail });

/** Where a user wants mail of a kind; null where it wants none, or nothing reaches it. */
export const mailAddressFor = (user: UserDoc, kind: 'handoffs' | 'digest' | 'reviews'): string | null =>
  (mailChoicesOf(user)[kind] && user.email) || null;
