import type { FileRef } from '@lotsa/protocol';
import { Icon, iconFile } from '@lotsa/ui';
import './files.css';

/** A picture is shown this wide and high at most, in pixels. */
const WIDEST = 280;
const HIGHEST = 320;

/** A file of a conversation: a picture to be seen, a document to be fetched. The relay asks who wants it. */
function SentFile({ file: { id, name, alt, type, width, height } }: { readonly file: FileRef }) {
  const url = `/api/files/${id}`;
  if (width && height && type.startsWith('image/')) {
    const scale = Math.min(1, WIDEST / width, HIGHEST / height);
    return (
      <a class="file-picture" href={url} target="_blank" rel="noopener">
        <img
          src={url}
          alt={alt ?? name}
          dir="auto"
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
        />
      </a>
    );
  }
  return (
    <a class="file-document" href={url} download={name}>
      <Icon of={iconFile} />
      <bdi>{name}</bdi>
    </a>
  );
}

/** The same as what follows the text of a message. */
export const sentFile = (file: FileRef) => <SentFile file={file} />;
