import type { Analyser } from './analysers.ts';
import { foldText } from './words.ts';

/** What means the same here, in the editors' judgement: words, or expressions of several words. */
export type SynonymGroup = readonly string[];

/** An expression of a group as stems. */
type Expression = readonly string[];

/** Finds for the words of a question what else they may be called. */
export class Synonyms {
  /** By the first stem of an expression: the expression, and what is in its groups besides. */
  readonly #byFirst = new Map<string, { expression: Expression; others: Expression[] }[]>();
  /** Every stem that is in a group. */
  readonly stems = new Set<string>();

  constructor(analyser: Analyser, groups: readonly SynonymGroup[]) {
    for (const group of groups) {
      const expressions = group
        .map((text) => analyser.words(foldText(text)).map((word) => analyser.stem(word)))
        .filter((stems) => stems.length > 0);
      for (const expression of expressions) {
        const [first = ''] = expression;
        for (const stem of expression) this.stems.add(stem);
        const entry = { expression, others: expressions.filter((other) => other !== expression) };
        this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), entry]);
      }
    }
  }

  /** What the expression that begins at `at` in these stems may also be called, and how many stems it takes. */
  at(stems: readonly string[], at: number): { length: number; others: Expression[] } {
    const fits = (this.#byFirst.get(stems[at] ?? '') ?? []).filter(({ expression }) =>
      expression.every((stem, i) => stems[at + i] === stem),
    );
    const length = Math.max(1, ...fits.map(({ expression }) => expression.length));
    return { length, others: fits.flatMap(({ others }) => others) };
  }
}
