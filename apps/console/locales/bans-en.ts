import type { Catalogue } from '@lotsa/ui';
import type { bansSv } from './bans-sv.ts';

/** Keeping somebody out of the chat, in English. */
export const bansEn: Catalogue<typeof bansSv> = {
  bans: 'Bans',
  bansAbout: 'People who are banned from the chat, until when and why. You can lift a ban early.',
  bansNone: 'Nobody is banned',
  bansNoneText: 'Bans that have ended are not shown. They remain in the conversation and in the access log.',
  bansFailed: 'The bans could not be fetched',
  bansUntil: 'Banned until',
  bansReason: 'Why',
  bansBy: 'By',
  bansSecret: 'Stands in the conversation, which is marked as secret',
  bansConversation: 'Open the conversation',
  bansLift: 'Lift',
  bansLiftOf: (p) => `Lift the ban until ${p.when}`,
  bansLifted: 'The ban is lifted.',
  ban: 'End and ban …',
  banTitle: 'Ban this person?',
  banText:
    'The conversation is closed as abuse, and the person cannot start another from the same device meanwhile. Forms, phone and e-mail stay open as usual. The person is told how long the ban lasts, but not what you write here.',
  banWhy: 'Why',
  banWhyHint: 'Describe briefly what happened. It is kept in the conversation and is a public record.',
  banWhyMissing: 'Write why.',
  banHow: 'How long',
  banHours_1: '1 hour',
  banHours_24: '1 day',
  banHours_168: '7 days',
  banHours_720: '30 days',
  banSend: 'End and ban',
  banDone: 'The conversation is closed and the person is banned.',
  eventBanned: (p) => `${p.name} closed the conversation and banned the person until ${p.until}: ${p.reason}`,
};
