/**
 * What the storage has encrypted begins with this control character, which no written text has (`writtenText` takes it out).
 * The fold copies such a text as it is: cut in two it could not be read again.
 */
export const SEALED = '\u0001';
