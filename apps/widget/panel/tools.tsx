import { IconButton, iconAttach, iconMore, iconSmile } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { NOTICES } from './extras/keys.ts';
import { Toolbox } from './extras/parts.ts';
import type { Panel } from './panel.ts';

// Each import stands alone, because Vite wraps one whose exports are taken where it stands, and what catches its failure.
const copying = () => import('./extras/copy-pointed.ts');
const noticing = () => import('./extras/notify.ts');

/** Starts what can be done without: when it cannot be fetched, it is not there. */
const begin = (part: Promise<{ start: (panel: Panel) => Promise<void> }>, panel: Panel): Promise<void> =>
  part.then(({ start }) => start(panel)).catch(() => undefined);

/** What goes with writing in a conversation: files, emoji, and what is chosen seldom. Each is fetched when it is used. */
export function Tools({ panel }: { readonly panel: Panel }) {
  const { t } = panel.language;
  const [open, setOpen] = useState<'emoji' | 'more' | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const add = (list: Iterable<File> | null | undefined): void =>
    setFiles((before) => [...before, ...(list ?? [])]);

  useEffect(() => {
    const pointed = (): void => void begin(copying(), panel);
    const came = (event: ClipboardEvent | DragEvent): void => {
      const data = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
      // Copied from a document, a text comes with its picture: it is the text that was meant.
      if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
      event.preventDefault();
      if (data.files.length > 0) add(data.files);
    };
    const events = ['paste', 'dragover', 'drop'] as const;
    if (panel.store.get(NOTICES)) void begin(noticing(), panel);
    addEventListener('pointerover', pointed, { once: true });
    for (const name of events) addEventListener(name, came);
    return () => {
      removeEventListener('pointerover', pointed);
      for (const name of events) removeEventListener(name, came);
    };
  }, [panel]);

  return (
    <div class="tools">
      <div class="tools-row">
        <input
          id="files"
          type="file"
          hidden
          multiple
          accept="image/*,.pdf"
          onChange={({ currentTarget }) => {
            add(currentTarget.files);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        <IconButton
          icon={iconAttach}
          label={t.attach}
          onClick={() => document.getElementById('files')?.click()}
        />
        {(['emoji', 'more'] as const).map((which) => (
          <IconButton
            key={which}
            icon={which === 'more' ? iconMore : iconSmile}
            label={t[which]}
            aria-expanded={open === which}
            onClick={() => setOpen(open === which ? null : which)}
          />
        ))}
      </div>
      {(open ?? files.length > 0) && (
        <Toolbox
          panel={panel}
          open={open}
          files={files}
          onClose={() => setOpen(null)}
          onGone={(gone) => setFiles((all) => all.filter((file) => file !== gone))}
        />
      )}
    </div>
  );
}
