import type { ComponentChildren } from 'preact';
import type { Instant } from '../i18n/formats.ts';

/** How far a message of one's own has come (rule D5). */
export type MessageState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** One entry of a transcript. */
export interface TranscriptItem {
  /** The same for as long as the message is: the sender's id, not the sequence number. */
  readonly key: string;
  /** `own`: the reader's side · `other` · `system`: what happened · `note`: among staff only. */
  readonly side: 'own' | 'other' | 'system' | 'note';
  /** Who wrote it. Own messages without one take the texts' `own`. */
  readonly author?: string | undefined;
  readonly text: string;
  readonly at: Instant;
  /** Language of the text, when it is not the page's (WCAG 3.1.2). */
  readonly lang?: string | undefined;
  /** Direction of the text; without it the text decides. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly state?: MessageState | undefined;
  /** What follows the text: a file, a picture, buttons. */
  readonly content?: ComponentChildren;
}

/** The words of a transcript. */
export interface TranscriptTexts {
  /** The reader, e.g. "Du". */
  readonly own: string;
  /** What marks a note, e.g. "Intern anteckning"; needed only where there are notes. */
  readonly note?: string;
  readonly retry: string;
  /** The button down to unseen messages, e.g. "2 nya meddelanden". */
  readonly newMessages: (n: number) => string;
  readonly states: Readonly<Record<MessageState, string>>;
}

/** Five minutes: a longer pause starts a new group, so that its time is seen. */
const PAUSE = 300_000;

/** Whether a message carries on from the one before: same side, same author, no long pause. */
export function continues(item: TranscriptItem, before: TranscriptItem | undefined): boolean {
  return (
    before !== undefined &&
    item.side !== 'system' &&
    item.side === before.side &&
    item.author === before.author &&
    new Date(item.at).getTime() - new Date(before.at).getTime() < PAUSE
  );
}
