import './avatar.css';

/** Props of {@link Avatar}. */
export interface AvatarProps {
  readonly name: string;
  readonly size?: 's' | 'm' | 'l' | undefined;
}

const HUES = 6;

/** First letters of the first and the last word: "Anna-Karin Berg" is "AB". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** The same name has the same colour on every screen. */
function hueOf(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

/** Initials on a calm colour. Decoration, nothing is fetched: write the name beside it. */
export function Avatar({ name, size = 'm' }: AvatarProps) {
  return (
    <span class="ui-avatar" data-size={size} data-hue={hueOf(name)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
