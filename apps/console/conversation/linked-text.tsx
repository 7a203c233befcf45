import { splitLinks } from '@lotsa/core';

/** A text with its addresses as links. They open beside the console, which learns nothing of it. */
export const linkedText = (text: string) =>
  splitLinks(text).map((part, at) =>
    part.kind === 'text' ? (
      part.text
    ) : part.kind === 'number' ? (
      <bdi key={at} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      <a key={at} href={part.href} target="_blank" rel="noopener noreferrer">
        <bdi>{part.text}</bdi>
      </a>
    ),
  );
