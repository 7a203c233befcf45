import type { FileRef } from '@lotsa/protocol';
import { Icon, iconFile } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Panel } from '../panel.ts';
import { sizeText } from './size-text.ts';

/** A picture is shown this wide and high at most, in pixels. */
const WIDEST = 240;
const HIGHEST = 320;

/** A file of the conversation: a picture to be seen, a document with its size, each to be opened. */
export function SentFile({ panel, file }: { readonly panel: Panel; readonly file: FileRef }) {
  const { t, formats } = panel.language;
  const url = useFileUrl(file.id, panel.chat.bearer());
  const { name, type, size, width, height } = file;
  if (!url) return <bdi>{name}</bdi>;
  if (width && height && type.startsWith('image/')) {
    const scale = Math.min(1, WIDEST / width, HIGHEST / height);
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    return (
      <a class="sent-picture" href={url} target="_blank" rel="noopener" title={t.openPicture}>
        <img src={url} alt={file.alt ?? name} dir="auto" {...size} />
      </a>
    );
  }
  return (
    <a class="sent-document" href={url} download={name}>
      <Icon of={iconFile} />
      <bdi>{name}</bdi> <span>{sizeText(size, formats)}</span>
    </a>
  );
}

/** Where a file is. A browser without our cookie does not say who it is when it loads a picture: then we fetch it. */
function useFileUrl(id: string, bearer: string | null): string | undefined {
  const address = `/api/files/${id}`;
  const [fetched, setFetched] = useState<string>();
  useEffect(() => {
    if (!bearer) return;
    let url = '';
    let gone = false;
    const load = async (): Promise<void> => {
      const answer = await fetch(address, { headers: { authorization: `Bearer ${bearer}` } });
      if (!answer.ok || gone) return;
      url = URL.createObjectURL(await answer.blob());
      setFetched(url);
    };
    load().catch(() => undefined);
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [address, bearer]);
  return bearer ? fetched : address;
}
