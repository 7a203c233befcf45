import { useEffect } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { COMMANDS } from './commands.ts';

/**
 * The keyboard of the desk: each is with Alt, so that none is met by writing (WCAG 2.1.4), and told by the key's place, so that
 * it is the same where Alt makes other letters. Ctrl+K, or Cmd+K, opens the palette.
 */
export function useShortcuts(): void {
  const app = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (app.dialog.value !== null || document.querySelector('dialog:modal')) return;
      const run = actionOf(event);
      if (!run) return;
      event.preventDefault();
      run();
    };
    const actionOf = (event: KeyboardEvent): (() => void) | null => {
      const command = event.ctrlKey || event.metaKey;
      if (command && !event.altKey && !event.shiftKey && event.code === 'KeyK')
        return () => (app.dialog.value = 'palette');
      if (!event.altKey || command) return null;
      if (event.key === '?') return () => (app.dialog.value = 'shortcuts');
      const found = COMMANDS.find(({ code }) => code === event.code);
      return found ? () => (found.may?.(app) ?? true) && found.run(app) : null;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [app]);
}
