import type { Analyser } from './analysers.ts';
import { editDistance } from './distance.ts';

/** A stem that a word may stand for, and how surely, from 0 to 1. */
export interface Guess {
  stem: string;
  weight: number;
}

/** The letters that Swedish and Finnish put between the parts of a compound, longest first. */
const JOINTS = ['s', 'n', 'u', 'a', 'o', 'e', ''];
const MIN_PART = 3;
const MAX_GUESSES = 4;

/** The stems that are known: those of the texts, and of the synonyms. */
export class Vocabulary {
  readonly #stems = new Set<string>();
  readonly #byLength = new Map<number, string[]>();
  readonly #analyser: Analyser;
  readonly #parts = new Map<string, readonly string[]>();

  constructor(analyser: Analyser) {
    this.#analyser = analyser;
  }

  add(stem: string): void {
    if (this.#stems.has(stem)) return;
    this.#stems.add(stem);
    const alike = this.#byLength.get(stem.length);
    if (alike) alike.push(stem);
    else this.#byLength.set(stem.length, [stem]);
    this.#parts.clear();
  }

  has(stem: string): boolean {
    return this.#stems.has(stem);
  }

  /**
   * The known stems that a compound is made of: both parts of `sophämtning`, or the one that is known where it is long
   * enough not to stand there by chance. None for a word that is no compound.
   */
  partsOf(stem: string): readonly string[] {
    if (!this.#analyser.compounds || stem.length < 2 * MIN_PART) return [];
    let parts = this.#parts.get(stem);
    if (!parts) this.#parts.set(stem, (parts = this.#split(stem)));
    return parts;
  }

  #split(stem: string): string[] {
    let best: string[] = [];
    let most = 0;
    for (let at = MIN_PART; at <= stem.length - MIN_PART; at += 1) {
      const first = this.#firstPart(stem.slice(0, at));
      const rest = stem.slice(at);
      const last = this.#stems.has(rest) ? [rest] : rest.length >= 2 * MIN_PART ? this.#split(rest) : [];
      const parts = [...(first === null ? [] : [first]), ...last];
      // One known part of two must be most of a word: `sno` alone says little of `snobben`.
      const known = parts.reduce((sum, part) => sum + part.length, 0);
      const sure = first !== null && last.length > 0 ? known + 2 : Math.max(...parts.map((p) => p.length), 0);
      if (sure > most && (sure > known || sure >= 4)) [best, most] = [parts, sure];
    }
    return best;
  }

  /** The known stem of what stands first in a compound: gat(u)lampa, återvinning(s)central, råtta/rått(fälla). */
  #firstPart(part: string): string | null {
    for (const joint of JOINTS) {
      if (!part.endsWith(joint)) continue;
      const bare = joint === '' ? part : part.slice(0, -joint.length);
      if (bare.length < MIN_PART) continue;
      for (const stem of [bare, this.#analyser.stem(bare)]) if (this.#stems.has(stem)) return stem;
    }
    return null;
  }

  /** The known stems that a misspelt word may have been meant as, the likeliest first. */
  alike(stem: string): Guess[] {
    const most = stem.length >= 8 ? 2 : stem.length >= 5 ? 1 : 0;
    const guesses: Guess[] = [];
    for (let length = stem.length - most; length <= stem.length + most; length += 1) {
      for (const known of this.#byLength.get(length) ?? []) {
        if (length < 4) continue;
        const off = editDistance(stem, known, most);
        // A wrong first letter is rare, and makes another word more often than not.
        const doubt = known[0] === stem[0] ? 0 : 0.2;
        if (off <= most) guesses.push({ stem: known, weight: 0.95 - 0.18 * off - doubt });
      }
    }
    return guesses.toSorted((one, other) => other.weight - one.weight).slice(0, MAX_GUESSES);
  }

  /** The known compounds that end in a word that does not stand by itself in any text: gatlampa for lampa. */
  endingIn(stem: string): Guess[] {
    if (!this.#analyser.compounds || stem.length < 4) return [];
    const found = [...this.#stems].filter((known) => known.length > stem.length + 2 && known.endsWith(stem));
    return found.slice(0, MAX_GUESSES).map((known) => ({ stem: known, weight: 0.6 }));
  }

  /** The known compound that two words make which somebody wrote apart: sop hämtning. */
  joined(first: string, second: string): string | null {
    if (!this.#analyser.compounds) return null;
    for (const joint of ['', 's']) {
      const stem = this.#analyser.stem(first + joint + second);
      if (this.#stems.has(stem)) return stem;
    }
    return null;
  }

  /** The known stems that begin like a word that is still being typed. */
  beginning(start: string): Guess[] {
    if (start.length < 3) return [];
    const found: Guess[] = [];
    for (const stem of this.#stems) {
      if (stem.startsWith(start)) found.push({ stem, weight: 0.85 - 0.03 * (stem.length - start.length) });
    }
    return found
      .filter(({ weight }) => weight > 0.4)
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, 8);
  }
}
