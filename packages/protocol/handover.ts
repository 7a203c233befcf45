import * as v from 'valibot';
import { DeliveryState } from './webhook.ts';

/** A case on its way to another system, such as the diary or the technical department's own. */
export interface Handover {
  id: string;
  /** The case's number. */
  number: string;
  state: DeliveryState;
  createdAt: number;
  tries: number;
  nextTryAt: number | null;
  endedAt: number | null;
  /** What the other system knows it by; null before it has taken it. */
  externalId: string | null;
  /** The number that came back: a diary number, a work order. */
  externalNumber: string | null;
  /** A word for what went wrong, or the other system's own for why it was refused. */
  error: string | null;
}

/** What an administrator's console may ask about cases that are handed to another system. */
export const handoverRequests = {
  /** The latest first; all, or those in one state. */
  'handovers:list': v.object({
    state: v.nullable(DeliveryState),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  /** Tries one anew that was given up or refused. */
  'handover:again': v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
} as const;

/** What they are answered with. */
export interface HandoverAnswers {
  /** `target`: where cases go, without what opens it; null where nothing is set up. `kinds`: types of case that go. */
  'handovers:list': {
    handovers: Handover[];
    next: string | null;
    target: string | null;
    kinds: string[];
  };
  'handover:again': Handover;
}
