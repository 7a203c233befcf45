import { maskContacts } from '@lotsa/core';
import { newId } from '@lotsa/client';
import { LIMITS } from '@lotsa/protocol';
import { Banner, Checkbox, TextareaField, TextField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { useAct } from '../errors/use-act.ts';
import type { GapOrigin } from './gap-origin.ts';

/** Marks that something is missing or unclear on a page, with the citizen's own words. */
export function GapDialog({ origin, onClose }: { readonly origin: GapOrigin; readonly onClose: () => void }) {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  // As it was when the dialog was opened: what comes meanwhile does not move what is chosen.
  const [{ of, words, secret, page: from }] = useState(origin);
  const [id] = useState(newId);
  const [page, setPage] = useState(from);
  const [missing, setMissing] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const [checked, setChecked] = useState(false);
  const { busy, act } = useAct();
  const pageWrong = !/^(https?:\/\/|\/)[^\s"'<>]*$/.test(page.trim());

  function choose(at: number, text: string | null) {
    setChosen((before) => {
      const after = new Map(before);
      if (text === null) after.delete(at);
      else after.set(at, text);
      return after;
    });
  }
  async function submit() {
    setChecked(true);
    if (pageWrong || !missing.trim()) return;
    const quotes = [...chosen].toSorted(([a], [b]) => a - b).map(([, text]) => text.trim());
    const mark = { id, of, page: page.trim(), missing: missing.trim(), words: quotes.filter(Boolean) };
    if (await act(() => staff.ask('gap:mark', mark), t.gapSent)) onClose();
  }
  return (
    <FormDialog
      title={t.gapMark}
      send={t.gapSend}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t.gapMarkIntro}</p>
      <TextField
        label={t.gapPage}
        hint={t.gapPageHint}
        value={page}
        inputMode="url"
        maxLength={LIMITS.page}
        error={checked && pageWrong ? t.gapPageWrong : undefined}
        onValue={setPage}
      />
      <TextareaField
        label={t.gapMissing}
        value={missing}
        maxLength={LIMITS.reason}
        error={checked && !missing.trim() ? t.gapMissingWrong : undefined}
        onValue={setMissing}
      />
      {secret && <Banner tone="info">{t.gapWordsSecret}</Banner>}
      {words.length > 0 && (
        <fieldset class="gap-words">
          <legend>{t.gapWords}</legend>
          <p class="gap-hint">{t.gapWordsHint}</p>
          {words.map((text, at) => {
            const masked = maskContacts(text).slice(0, LIMITS.gapWords);
            const quote = chosen.get(at);
            return (
              <div key={at} class="gap-word">
                <Checkbox
                  label={<span dir="auto">{masked}</span>}
                  checked={quote !== undefined}
                  disabled={quote === undefined && chosen.size >= LIMITS.gapQuotes}
                  onChecked={(on) => choose(at, on ? masked : null)}
                />
                {quote !== undefined && (
                  <TextareaField
                    label={t.gapQuote({ n: at + 1 })}
                    value={quote}
                    dir="auto"
                    maxLength={LIMITS.gapWords}
                    onValue={(value) => choose(at, value)}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      )}
    </FormDialog>
  );
}
