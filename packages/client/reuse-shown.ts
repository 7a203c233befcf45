import type { Progress } from './message-state.ts';

type Line = Progress & { id: string; seq: number | null };

/** Puts the lines of before in the place of equal new ones, so that a screen draws again only what changed. */
export function reuseShown<Shown extends Line>(before: readonly Shown[], now: Shown[]): readonly Shown[] {
  const known = new Map(before.map((line) => [line.id, line]));
  const lines = now.map((line) => {
    const same = known.get(line.id);
    return same && same.seq === line.seq && same.state === line.state && same.error === line.error
      ? same
      : line;
  });
  return lines.length === before.length && lines.every((line, i) => line === before[i]) ? before : lines;
}
