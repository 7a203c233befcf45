import { IconButton, iconAttach, iconMore, iconSmile } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Attachments, EmojiPicker, More } from './extras/parts.ts';
import { FILE_TYPES, NOTICES } from './extras/keys.ts';
import type { Panel } from './panel.ts';

/** What goes with writing in a conversation: files, emoji, and what is chosen seldom. Each is fetched when it is used. */
export function Tools({ panel }: { readonly panel: Panel }) {
  const { t } = panel.language;
  const [open, setOpen] = useState<'emoji' | 'more' | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const row = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (panel.store.get(NOTICES)) {
      void import('./extras/notify.ts')
        .then(({ watchAnswers }) => watchAnswers(panel))
        .catch(() => undefined);
    }
  }, [panel]);
  useEffect(() => {
    const add = (event: Event, from: DataTransfer | null): void => {
      const came = [...(from?.files ?? [])];
      if (came.length === 0 && !from?.types.includes('Files')) return;
      event.preventDefault();
      if (came.length > 0) setFiles((before) => [...before, ...came]);
    };
    const pasted = (event: ClipboardEvent): void => {
      // Copied from a document, a text comes with its picture: it is the text that was meant.
      if (!event.clipboardData?.types.includes('text/plain')) add(event, event.clipboardData);
    };
    const dragged = (event: DragEvent): void => add(event, event.dataTransfer);
    addEventListener('paste', pasted);
    addEventListener('dragover', dragged);
    addEventListener('drop', dragged);
    return () => {
      removeEventListener('paste', pasted);
      removeEventListener('dragover', dragged);
      removeEventListener('drop', dragged);
    };
  }, []);

  const toggle = (which: 'emoji' | 'more') => () => setOpen(open === which ? null : which);
  const close = (): void => {
    row.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpen(null);
  };
  return (
    <div class="tools">
      <div class="tools-row" ref={row}>
        <input
          ref={chooser}
          type="file"
          hidden
          multiple
          accept={FILE_TYPES.join()}
          onChange={({ currentTarget }) => {
            setFiles([...files, ...(currentTarget.files ?? [])]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        <IconButton icon={iconAttach} label={t.attach} onClick={() => chooser.current?.click()} />
        <IconButton
          icon={iconSmile}
          label={t.emoji}
          aria-expanded={open === 'emoji'}
          onClick={toggle('emoji')}
        />
        <IconButton icon={iconMore} label={t.more} aria-expanded={open === 'more'} onClick={toggle('more')} />
      </div>
      {open === 'emoji' && <EmojiPicker panel={panel} onClose={close} />}
      {open === 'more' && <More panel={panel} onClose={close} />}
      {files.length > 0 && (
        <Attachments
          panel={panel}
          files={files}
          onGone={(gone) => setFiles((all) => all.filter((file) => file !== gone))}
        />
      )}
    </div>
  );
}
