import { useEffect, useRef } from 'preact/hooks';
import type { Panel } from '../panel.ts';
import { EMOJI } from './emoji.ts';
import { insertText } from './insert-text.ts';
import { Sheet } from './sheet.tsx';

/** Chooses an emoji; arrows go from one to the next, and each is said by the screen reader's own name for it. */
export function EmojiPicker({ panel, onClose }: { readonly panel: Panel; readonly onClose: () => void }) {
  const { t } = panel.language;
  const box = useRef<HTMLDivElement>(null);
  const all = (): HTMLElement[] => Array.from(box.current?.querySelectorAll<HTMLElement>('.emoji') ?? []);
  useEffect(() => all()[0]?.focus(), []);

  const move = (event: KeyboardEvent): void => {
    const emoji = all();
    const now = emoji.indexOf(document.activeElement as HTMLElement);
    const onwards = panel.language.dir === 'rtl' ? -1 : 1;
    // As many in a row as the width has room for.
    const top = emoji[0]?.offsetTop;
    const row = emoji.filter(({ offsetTop }) => offsetTop === top).length;
    const steps: Record<string, number> = {
      ArrowRight: now + onwards,
      ArrowLeft: now - onwards,
      ArrowDown: now + row,
      ArrowUp: now - row,
      Home: 0,
      End: emoji.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    emoji[Math.max(0, Math.min(emoji.length - 1, next))]?.focus();
  };
  return (
    <Sheet panel={panel} title={t.emoji} onClose={onClose}>
      <div ref={box} role="toolbar" aria-label={t.emoji} onKeyDown={move}>
        {Object.entries(EMOJI).map(([group, row], at) => (
          <div key={group} class="emoji-group" role="group" aria-label={t[group as keyof typeof EMOJI]}>
            {row.split(' ').map((emoji, index) => (
              <button
                key={emoji}
                type="button"
                class="emoji"
                tabIndex={at + index === 0 ? 0 : -1}
                onClick={() => {
                  insertText(panel, emoji);
                  onClose();
                }}
              >
                {emoji}
              </button>
            ))}
          </div>
        ))}
      </div>
    </Sheet>
  );
}
