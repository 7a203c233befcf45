import type { Directory } from '@lotsa/client';
import { languageName as nameOf } from '@lotsa/core';
import type { Contact, Handoff, Localised } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';

/** A text in a language, or in Swedish where it is not written in that one. */
export const inLanguage = (text: Localised, language: string): string =>
  text[languageOf(text, language)] ?? text.sv;

/** The language that {@link inLanguage} finds a text in. */
export function languageOf(text: Readonly<Record<string, unknown>>, language: string): string {
  const base = language.split('-', 1)[0] ?? '';
  return language in text ? language : base in text ? base : 'sv';
}

/** What a topic is called. */
export function topicName(directory: Directory | null, topicId: string | null, i18n: ConsoleI18n): string {
  const topic = directory?.topics.find(({ id }) => id === topicId);
  return topic ? inLanguage(topic.name, i18n.lang) : i18n.t.noTopic;
}

/** What a department is called in a language; its id when it is no longer there. */
export function departmentIn(directory: Directory | null, departmentId: string, language: string): string {
  const department = directory?.departments.find(({ id }) => id === departmentId);
  return department ? inLanguage(department.name, language) : departmentId;
}

/** What a department is called in the console's language. */
export const departmentName = (
  directory: Directory | null,
  departmentId: string,
  i18n: ConsoleI18n,
): string => departmentIn(directory, departmentId, i18n.lang);

/** Whom a hand-off asks: the specialist that is named, or the department. */
export const targetName = (
  directory: Directory | null,
  { user, departmentId }: Pick<Handoff, 'user' | 'departmentId'>,
  i18n: ConsoleI18n,
): string => user?.name ?? departmentName(directory, departmentId, i18n);

/** A language in the words of the console's own: "arabiska". */
export const languageName = (language: string, { lang }: ConsoleI18n): string => nameOf(language, lang);

/** A language as a mark beside a conversation: "AR"; what has no code that anybody knows is written out. */
export const languageMark = (language: string, i18n: ConsoleI18n): string =>
  language.includes('-') ? languageName(language, i18n) : language.toUpperCase();

/** Contact details on one line. */
export const contactLine = (contact: Contact): string =>
  [contact.name, contact.email, contact.phone].filter(Boolean).join(' · ');
