import type { Availability, AvailabilityReason } from './directory.ts';

/** The figures of some conversations that are closed. Times are in milliseconds; null where there is nothing to tell from. */
export interface Figures {
  closed: number;
  /** By chat, and answered by a person at all. */
  answered: number;
  abandoned: number;
  /** Of those that were not spam or abandoned: solved at the first contact (rule O5). */
  firstContactSolved: number;
  /** From the first question to the first answer, by chat; half of them waited no longer. */
  medianWait: number | null;
}

/** An agent on the board. */
export interface BoardAgent {
  id: string;
  name: string;
  availability: Availability;
  availabilityReason: AvailabilityReason | null;
  /** Conversations it has now, and how many it may have. */
  load: number;
  capacity: number;
}

/** The contact centre as it is now, for its managers. */
export interface Board {
  at: number;
  /** Conversations in the queue. */
  waiting: number;
  /** When the one that waits longest began to wait; null when nobody does. */
  waitingSince: number | null;
  /** Open conversations that somebody owns. */
  active: number;
  /** Hand-offs whose deadline has passed (rule O6). */
  overdue: number;
  /** Cases whose promised date has passed (rule O6). */
  overdueCases: number;
  /** Those of the centre whose consoles are connected. */
  agents: BoardAgent[];
  /** What was closed since midnight, by each site's clock. */
  today: Figures;
}
