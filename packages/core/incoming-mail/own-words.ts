/**
 * What somebody wrote in an answer, without our mail that its program repeats below. Our mails begin with a line that asks to
 * write above it; only where something is above that line, the repeated mail goes. What was written between quoted lines stays.
 * @param markers that line in every language. @param addresses ours: the line above the repeated mail names one.
 */
export function ownWords(text: string, markers: readonly string[], addresses: ReadonlySet<string>): string {
  const lines = text.split('\n');
  const bare = (line: string): string => line.replace(/^[>|\s]+/, '').trim();
  const at = lines.findIndex((line) => markers.includes(bare(line)));
  if (at < 0) return text;
  const above = withoutAttribution(lines.slice(0, at), addresses);
  if (above.trim() === '') return text;
  const quoted = /^\s*>/.test(lines[at] ?? '');
  // A program that marks what it repeats lets one write below and between.
  const below = quoted ? lines.slice(at + 1).filter((line) => !/^\s*>/.test(line)) : [];
  const rest = below.join('\n').trim();
  return rest === '' ? above : `${above}\n\n${rest}`;
}

/** Lines that a program puts between: "On Tuesday … wrote:", or the head of the repeated mail. */
const ATTRIBUTION_LINES = 8;
/** A line of nothing but signs. */
const DIVIDER = /^[>|\s_-]*$/;

function withoutAttribution(lines: readonly string[], addresses: ReadonlySet<string>): string {
  const end = lines.findLastIndex((line) => !DIVIDER.test(line)) + 1;
  const kept = lines.slice(0, end);
  const names = (line: string): boolean =>
    [...addresses].some((address) => line.toLowerCase().includes(address));
  const from = kept.findIndex((line, at) => at >= end - ATTRIBUTION_LINES && names(line));
  const own = from < 0 ? kept : kept.slice(0, wrapped(kept, from));
  return own
    .slice(0, own.findLastIndex((line) => !DIVIDER.test(line)) + 1)
    .join('\n')
    .trimEnd();
}

/** An attribution is broken over two lines where it is long: the line before belongs to it when nothing parts them. */
const wrapped = (lines: readonly string[], at: number): number =>
  /:\s*$/.test(lines[at] ?? '') && /\d{4}|\d{1,2}:\d{2}/.test(lines[at - 1] ?? '') ? at - 1 : at;
