import { maskPersonalNumbers } from './personal-number.ts';

/** A text without what could tell who wrote it: personal numbers, e-mail addresses, and numbers as long as a phone's. Names stay. */
export const maskContacts = (text: string): string =>
  maskPersonalNumbers(text)
    .text.replace(/\S+/g, (word) => (/.@./.test(word) ? '•••' : word))
    .replace(/\+?\d[\d\s()/.-]{4,}\d/g, '•••');
