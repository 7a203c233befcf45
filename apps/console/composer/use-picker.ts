import { matchOptions, type ListboxState, type ListOption, useListbox } from '@lotsa/ui';
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { readyTexts } from './ready-texts.ts';
import { type Token, tokenAt } from './token.ts';

/** The list that `/` or `#` has opened over the composer. */
export interface Picker {
  readonly token: Token | null;
  readonly list: ListboxState;
  /** Shuts it for this word. */
  readonly dismiss: () => void;
}

/** Follows the text up to the cursor and offers what fits. */
export function usePicker(
  text: string,
  cursor: number,
  language: string,
  known: Parameters<typeof readyTexts>[3],
  onPick: (token: Token, text: string) => void,
): Picker {
  const { state, staff } = useApp();
  const { directory } = state.value;
  const [dismissed, setDismissed] = useState<number | null>(null);
  const found = tokenAt(text, cursor);
  const trigger = found?.trigger;
  const ready = useMemo(
    () => (directory && trigger ? readyTexts(directory, trigger, language, known) : []),
    [directory, trigger, language, known],
  );
  const options: ListOption[] = ready.map(({ id, title, hint }) => ({
    value: id,
    label: title,
    hint,
    keywords: hint,
  }));
  const matches = found && found.start !== dismissed ? matchOptions(options, found.query) : [];
  const token = matches.length > 0 ? found : null;
  const list = useListbox(matches, `${found?.trigger ?? ''}${found?.query ?? ''}`, (option) => {
    const picked = ready.find(({ id }) => id === option.value);
    if (!token || !picked) return;
    if (token.trigger === '/') staff.settings.used(picked.id);
    onPick(token, picked.text);
  });
  return { token, list, dismiss: () => setDismissed(found?.start ?? null) };
}
