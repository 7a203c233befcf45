import type {
  ContactFact,
  Figure,
  FigureId,
  Figures,
  StatRow,
  StatTargets,
  SurveyIndex,
} from '@lotsa/protocol';
import { surveyIndex } from './measures.ts';
import { WaitCount } from './wait-count.ts';

/** Who leaves sooner had not begun to wait. Seconds. */
const SHORT_ABANDON = 5;

/** What of the targets decides how something is counted. */
export type CountingRules = Pick<StatTargets, 'serviceSeconds' | 'baselineMinutes' | 'minimumAnswers'>;

/** Of how many something is counted, and of how many it is true. */
class Part {
  of = 0;
  true = 0;

  add(counts: boolean): void {
    this.of += 1;
    if (counts) this.true += 1;
  }

  share(): number | null {
    return this.of === 0 ? null : this.true / this.of;
  }

  figure(): Figure {
    return { value: this.share(), of: this.of };
  }
}

/**
 * What is told of each part of the contacts. Each fact is looked at once: a year has seventy thousand of them. What is counted
 * here and in {@link FigureCount} are the definitions, and `definitions.ts` says them in words.
 */
export class RowCount {
  protected readonly solved = new Part();
  /** Of those who waited, without who left at once: answered. */
  protected readonly answered = new Part();
  /** Of all who waited: gave up. */
  protected readonly abandoned = new Part();
  /** Of those who were answered. */
  protected readonly waits = new WaitCount();

  add(fact: ContactFact): void {
    // A case of a conversation is counted with its conversation.
    if (fact.followUp) return;
    this.solved.add(fact.solved);
    if (!isWaited(fact)) return;
    this.abandoned.add(fact.abandoned);
    if (!fact.abandoned || fact.wait > SHORT_ABANDON) this.answered.add(fact.answered);
    if (fact.answered) this.waits.add(fact.wait);
  }

  row(key: string): StatRow {
    return {
      key,
      contacts: this.solved.of,
      answerRate: this.answered.share(),
      solveRate: this.solved.share(),
      medianWait: this.waits.percentile(0.5),
    };
  }

  /** What the live board tells of them. */
  today(): Figures {
    const medianWait = this.waits.percentile(0.5);
    return {
      closed: this.solved.of,
      answered: this.waits.size,
      abandoned: this.abandoned.true,
      firstContactSolved: this.solved.true,
      medianWait: medianWait === null ? null : medianWait * 1000,
    };
  }
}

/** All figures of some facts, counted as they are added. */
export class FigureCount extends RowCount {
  readonly #rules: CountingRules;
  readonly #served = new Part();
  readonly #handed = new Part();
  readonly #replies = new Part();
  readonly #written = new Part();
  #hops = 0;
  readonly #scores = new Map<string, { sum: number; of: number }>();

  constructor(rules: CountingRules) {
    super();
    this.#rules = rules;
  }

  override add(fact: ContactFact): void {
    super.add(fact);
    const { followUp, handoffs, writtenInTime, scores } = fact;
    for (const { inTime } of handoffs) if (inTime !== null) this.#replies.add(inTime);
    if (writtenInTime !== null) this.#written.add(writtenInTime);
    for (const question in scores) {
      const known = this.#scores.get(question);
      const score = scores[question] ?? 0;
      if (!known) this.#scores.set(question, { sum: score, of: 1 });
      else {
        known.sum += score;
        known.of += 1;
      }
    }
    if (followUp) return;
    this.#handed.add(handoffs.length > 0);
    if (handoffs.length > 0) this.#hops += fact.hops;
    if (!isWaited(fact)) return;
    const { phone, chat } = this.#rules.serviceSeconds;
    this.#served.add(fact.answered && fact.wait <= (fact.channel === 'phone' ? phone : chat));
  }

  figures(): Record<FigureId, Figure> {
    const { baselineMinutes } = this.#rules;
    const { of, true: solved } = this.solved;
    const handed = this.#handed.true;
    const answered = this.waits.size;
    return {
      contacts: { value: of, of },
      answerRate: this.answered.figure(),
      abandonRate: this.abandoned.figure(),
      serviceLevel: this.#served.figure(),
      meanWait: { value: this.waits.mean(), of: answered },
      medianWait: { value: this.waits.percentile(0.5), of: answered },
      p90Wait: { value: this.waits.percentile(0.9), of: answered },
      solveRate: this.solved.figure(),
      handoffRate: this.#handed.figure(),
      specialistReply: this.#replies.figure(),
      meanHops: { value: handed === 0 ? null : this.#hops / handed, of: handed },
      writtenInTime: this.#written.figure(),
      timeSaved: { value: baselineMinutes === null ? null : (solved * baselineMinutes) / 60, of: solved },
    };
  }

  /** The survey's indices, in the order of its questions. */
  survey(questions: readonly string[]): SurveyIndex[] {
    return questions.map((question) => {
      const { sum, of } = this.#scores.get(question) ?? { sum: 0, of: 0 };
      return { question, ...surveyIndex(sum, of, this.#rules.minimumAnswers) };
    });
  }
}

/** Somebody waited: a chat, and what else a wait is known of. */
const isWaited = (fact: ContactFact): fact is ContactFact & { wait: number } =>
  fact.wait !== null && (fact.answered || fact.abandoned);
