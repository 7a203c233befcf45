import { splitLinks } from '@lotsa/core';

/** A text whose addresses can be followed, and whose numbers read as they are written in any direction. They open beside the chat and learn nothing of where they were. */
export function Linked({ text }: { readonly text: string }) {
  return splitLinks(text).map((part, at) =>
    part.kind === 'link' ? (
      <a key={at} href={part.href} target="_blank" rel="noopener noreferrer">
        <bdi>{part.text}</bdi>
      </a>
    ) : part.kind === 'number' ? (
      <bdi key={at} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      part.text
    ),
  );
}
