import { Dialog, Listbox, matchOptions, useListbox } from '@lotsa/ui';
import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { entriesOf } from './entries.ts';
import './palette.css';

/** As many as can be walked through; whoever looks for another one types on. */
const SHOWN = 40;

/** One field for everything: a question, a list, an action. */
export function PaletteDialog() {
  const app = useApp();
  const { dialog } = app;
  const { t } = app.i18n;
  const [query, setQuery] = useState('');
  // As it was when the palette was opened: a list that moves while one reads it is hit in the wrong place.
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const entries = useMemo(() => entriesOf(app), []);
  const list = useListbox(matchOptions(entries, query).slice(0, SHOWN), query, (option) => {
    dialog.value = null;
    const entry = entries.find(({ value }) => value === option.value);
    // Once the dialog is gone and has given focus back: what is done may move it on.
    requestAnimationFrame(() => entry?.run());
  });
  return (
    <Dialog title={t.palette} closeLabel={t.close} onClose={() => (dialog.value = null)}>
      <input
        class="ui-input"
        type="text"
        role="combobox"
        autofocus
        autocomplete="off"
        spellcheck={false}
        aria-label={t.paletteFor}
        placeholder={t.paletteFor}
        aria-autocomplete="list"
        aria-expanded
        aria-controls={list.id}
        aria-activedescendant={list.activeId}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => list.onKeyDown(event)}
      />
      {/* Focusable, so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <div class="palette-list" tabIndex={0}>
        <Listbox state={list} label={t.palette} emptyText={t.nothingFound} />
      </div>
    </Dialog>
  );
}
