import { Button, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useAct } from '../errors/use-act.ts';

/** Makes a canned response of a text: it needs a word to call it by. */
export function CannedForm({ text, onDone }: { readonly text: string; readonly onDone: () => void }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [shortcut, setShortcut] = useState('');
  const [wrong, setWrong] = useState(false);
  const { busy, act } = useAct();

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const word = shortcut.trim().toLowerCase();
    setWrong(!/^[\p{L}\d-]{1,30}$/u.test(word));
    if (!/^[\p{L}\d-]{1,30}$/u.test(word)) return;
    const item = { id: `answer-${Date.now().toString(36)}`, shortcut: word, text: { sv: text } };
    const done = await act(() => staff.settings.put('cannedResponses', item, null), t.earlierCannedSaved);
    if (done) onDone();
  }

  return (
    <form class="earlier-search" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        label={t.earlierShortcut}
        hint={t.earlierShortcutHint}
        value={shortcut}
        onValue={setShortcut}
        maxLength={30}
        error={wrong ? t.earlierShortcutWrong : undefined}
      />
      <Button type="submit" variant="primary" busy={busy}>
        {t.earlierToCanned}
      </Button>
    </form>
  );
}
