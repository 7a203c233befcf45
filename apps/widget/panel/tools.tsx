import { IconButton, iconAttach, iconMore, iconSmile } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { NOTICES } from './extras/keys.ts';
import { Toolbox } from './extras/parts.ts';
import type { Panel } from './panel.ts';

/** What goes with writing in a conversation: files, emoji, and what is chosen seldom. Each is fetched when it is used. */
export function Tools({ panel }: { readonly panel: Panel }) {
  const { t } = panel.language;
  const [open, setOpen] = useState<'emoji' | 'more' | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const add = (list: Iterable<File> | null | undefined): void =>
    setFiles((before) => [...before, ...(list ?? [])]);

  useEffect(() => {
    const pointed = (): void =>
      void import('./extras/copy-pointed.ts').then(
        (part) => part.copyPointed(panel),
        () => 0,
      );
    const came = (event: ClipboardEvent | DragEvent): void => {
      const data = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
      // Copied from a document, a text comes with its picture: it is the text that was meant.
      if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
      event.preventDefault();
      if (data.files.length > 0) add(data.files);
    };
    const events = ['paste', 'dragover', 'drop'] as const;
    if (panel.store.get(NOTICES))
      import('./extras/notify.ts').then(
        (part) => part.watchAnswers(panel),
        () => 0,
      );
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
