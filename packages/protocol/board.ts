import type { Availability, AvailabilityReason } from './directory.ts';

/** The figures of the conversations that were closed today, counted as the statistics count them. */
export interface Figures {
  /** Without spam. */
  closed: number;
  /** By chat, and answered by a person at all. */
  answered: number;
  /** By chat, and given up before anybody answered. */
  abandoned: number;
  /** Solved at the first contact (rule O5). */
  firstContactSolved: number;
  /** From the question to the first answer, by chat: opening time, in milliseconds. Half of them waited no longer; null of none. */
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
