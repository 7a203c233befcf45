/** The texts of one language: plain strings, and functions of named values. */
export type Messages = Readonly<Record<string, string | ((values: never) => string)>>;

/**
 * The type of every other language: the same keys and values as the reference. `en: Catalogue<typeof sv>` makes a missing,
 * surplus or differently called text a type error.
 */
export type Catalogue<Reference extends Messages> = {
  readonly [Key in keyof Reference]: Reference[Key] extends string ? string : Reference[Key];
};
