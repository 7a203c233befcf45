import {
  type ContactFact,
  type Figure,
  FigureId,
  type Figures,
  type StatRow,
  type StatTargets,
  type SurveyIndex,
} from '@lotsa/protocol';
import { mean, percentile, surveyIndex } from './measures.ts';

/** Who leaves sooner had not begun to wait. Seconds. */
const SHORT_ABANDON = 5;

/** What of the targets decides how something is counted. */
export type CountingRules = Pick<StatTargets, 'serviceSeconds' | 'baselineMinutes' | 'minimumAnswers'>;

const part = (facts: readonly ContactFact[], counts: (fact: ContactFact) => boolean): Figure => ({
  value: facts.length === 0 ? null : facts.filter(counts).length / facts.length,
  of: facts.length,
});

const isContact = ({ followUp }: ContactFact): boolean => !followUp;
const contactsOf = (facts: readonly ContactFact[]): ContactFact[] => facts.filter(isContact);
/** Somebody waited: a chat, and what else a wait is known of. */
const isWaited = (fact: ContactFact): boolean =>
  isContact(fact) && fact.wait !== null && (fact.answered || fact.abandoned);
const isSeriousWait = (fact: ContactFact): boolean =>
  isWaited(fact) && (!fact.abandoned || (fact.wait ?? 0) > SHORT_ABANDON);
const waitedOf = (facts: readonly ContactFact[]): ContactFact[] => facts.filter(isWaited);
const waitsOf = (facts: readonly ContactFact[]): number[] =>
  waitedOf(facts).flatMap(({ answered, wait }) => (answered && wait !== null ? [wait] : []));

/** Each figure as a function of the facts: these are the definitions, and `definitions.ts` says them in words. */
export const FIGURES: {
  [Id in FigureId]: (facts: readonly ContactFact[], rules: CountingRules) => Figure;
} = {
  contacts(facts) {
    const { length } = contactsOf(facts);
    return { value: length, of: length };
  },
  answerRate: (facts) => part(facts.filter(isSeriousWait), ({ answered }) => answered),
  abandonRate: (facts) => part(waitedOf(facts), ({ abandoned }) => abandoned),
  serviceLevel: (facts, { serviceSeconds }) =>
    part(
      waitedOf(facts),
      ({ answered, channel, wait }) =>
        answered && (wait ?? 0) <= (channel === 'phone' ? serviceSeconds.phone : serviceSeconds.chat),
    ),
  meanWait(facts) {
    const waits = waitsOf(facts);
    return { value: mean(waits), of: waits.length };
  },
  medianWait(facts) {
    const waits = waitsOf(facts);
    return { value: percentile(waits, 0.5), of: waits.length };
  },
  p90Wait(facts) {
    const waits = waitsOf(facts);
    return { value: percentile(waits, 0.9), of: waits.length };
  },
  solveRate: (facts) => part(contactsOf(facts), ({ solved }) => solved),
  handoffRate: (facts) => part(contactsOf(facts), ({ handoffs }) => handoffs.length > 0),
  specialistReply(facts) {
    const replies = facts.flatMap(({ handoffs }) => handoffs).filter(({ inTime }) => inTime !== null);
    const inTime = replies.filter((handoff) => handoff.inTime === true).length;
    return { value: replies.length === 0 ? null : inTime / replies.length, of: replies.length };
  },
  meanHops(facts) {
    const handed = contactsOf(facts).filter(({ handoffs }) => handoffs.length > 0);
    return { value: mean(handed.map(({ hops }) => hops)), of: handed.length };
  },
  writtenInTime: (facts) =>
    part(
      facts.filter((fact) => fact.writtenInTime !== null),
      (fact) => fact.writtenInTime === true,
    ),
  timeSaved(facts, { baselineMinutes }) {
    const { length } = contactsOf(facts).filter(({ solved }) => solved);
    return { value: baselineMinutes === null ? null : (length * baselineMinutes) / 60, of: length };
  },
};

/** All figures of some facts. */
export const figuresOfFacts = (
  facts: readonly ContactFact[],
  rules: CountingRules,
): Record<FigureId, Figure> =>
  Object.fromEntries(FigureId.options.map((id) => [id, FIGURES[id](facts, rules)])) as Record<
    FigureId,
    Figure
  >;

/** What the live board tells of the contacts that ended today, by the same definitions. */
export function figuresOfToday(facts: readonly ContactFact[]): Figures {
  const contacts = contactsOf(facts);
  const waits = waitsOf(facts);
  const medianWait = percentile(waits, 0.5);
  return {
    closed: contacts.length,
    answered: waits.length,
    abandoned: waitedOf(facts).filter(({ abandoned }) => abandoned).length,
    firstContactSolved: contacts.filter(({ solved }) => solved).length,
    medianWait: medianWait === null ? null : medianWait * 1000,
  };
}

/** The survey's indices, in the order of its questions. */
export const surveyOfFacts = (
  facts: readonly ContactFact[],
  questions: readonly string[],
  { minimumAnswers }: Pick<CountingRules, 'minimumAnswers'>,
): SurveyIndex[] =>
  questions.map((question) => ({
    question,
    ...surveyIndex(
      facts.flatMap(({ scores }) => scores[question] ?? []),
      minimumAnswers,
    ),
  }));

/** What is told of each part of the contacts, in one pass over them: a year has seventy thousand, and many parts. */
export class RowCount {
  #contacts = 0;
  #solved = 0;
  #serious = 0;
  #answered = 0;
  readonly #waits: number[] = [];

  add(fact: ContactFact): void {
    if (!isContact(fact)) return;
    this.#contacts += 1;
    if (fact.solved) this.#solved += 1;
    if (!isSeriousWait(fact)) return;
    this.#serious += 1;
    if (!fact.answered) return;
    this.#answered += 1;
    this.#waits.push(fact.wait ?? 0);
  }

  /** By the same definitions as {@link FIGURES}. */
  row(key: string): StatRow {
    return {
      key,
      contacts: this.#contacts,
      answerRate: this.#serious === 0 ? null : this.#answered / this.#serious,
      solveRate: this.#contacts === 0 ? null : this.#solved / this.#contacts,
      medianWait: percentile(this.#waits, 0.5),
    };
  }
}
