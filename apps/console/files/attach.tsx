import { newId } from '@lotsa/client';
import { LIMITS } from '@lotsa/protocol';
import { Button, IconButton, iconAttach } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { sendFile } from './send-file.ts';
import './files.css';

/** A file that is on its way, or did not go. */
interface Outgoing {
  readonly id: string;
  readonly file: File;
  /** Null while it is being sent. */
  readonly problem: string | null;
}

/** Sends files to the visitor: chosen, pasted or dropped. What did not go can be sent again, or left. */
export function Attach({ conversationId }: { readonly conversationId: string }) {
  const { i18n } = useApp();
  const { t } = i18n;
  const [files, setFiles] = useState<readonly Outgoing[]>([]);
  const root = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const change = (id: string, problem: string | null): void =>
    setFiles((all) => all.map((each) => (each.id === id ? { ...each, problem } : each)));
  const leave = (id: string): void => setFiles((all) => all.filter((each) => each.id !== id));
  const send = async ({ id, file }: Pick<Outgoing, 'id' | 'file'>): Promise<void> => {
    change(id, null);
    if (file.size > LIMITS.fileBytes) return change(id, t.fileTooLarge);
    const answer = await sendFile(conversationId, id, file);
    if (answer?.ok) return leave(id);
    const rule = answer?.error.code === 'invalid_form' ? answer.error.data.fields[0]?.rule : undefined;
    const problem = !answer
      ? t.fileLost
      : rule === 'file_type'
        ? t.fileType
        : rule === 'file_too_large'
          ? t.fileTooLarge
          : rule
            ? t.fileRefused
            : errorText(i18n, answer.error);
    change(id, problem);
  };
  const add = (list: Iterable<File>): void => {
    const added = Array.from(list, (file) => ({ id: newId(), file, problem: null }));
    setFiles((all) => [...all, ...added]);
    for (const each of added) void send(each);
  };

  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const composer = root.current?.closest('.composer');
    const came = (event: Event): void => {
      const data = event instanceof DragEvent ? event.dataTransfer : (event as ClipboardEvent).clipboardData;
      // Copied from a document, a text comes with its picture: it is the text that was meant.
      if (!data?.types.includes('Files') || data.types.includes('text/plain')) return;
      event.preventDefault();
      latest.current(data.files);
    };
    const events = ['paste', 'dragover', 'drop'];
    for (const name of events) composer?.addEventListener(name, came);
    return () => {
      for (const name of events) composer?.removeEventListener(name, came);
    };
  }, []);

  return (
    <div class="attach" ref={root}>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,image/gif,.pdf"
        onChange={({ currentTarget }) => {
          add(currentTarget.files ?? []);
          currentTarget.value = '';
        }}
      />
      <IconButton icon={iconAttach} label={t.attachFile} onClick={() => chooser.current?.click()} />
      <div role="status">
        <ul class="attach-files">
          {files.map(({ id, file, problem }) => (
            <li key={id}>
              <bdi>{file.name}</bdi>: {problem ?? t.fileSending}
              {problem !== null && (
                <>
                  <Button variant="quiet" onClick={() => void send({ id, file })}>
                    {t.retry}
                  </Button>
                  <Button variant="quiet" onClick={() => leave(id)}>
                    {t.hidden}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
