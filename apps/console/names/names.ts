import type { Directory } from '@lotsa/client';
import type { Contact, Handoff, Localised } from '@lotsa/protocol';
import type { ConsoleI18n } from '../locales/index.ts';

/** A text in a language, or in Swedish where it is not written in that one. */
export const inLanguage = (text: Localised, language: string): string =>
  text[language] ?? text[language.split('-', 1)[0] ?? ''] ?? text.sv;

/** What a topic is called. */
export function topicName(directory: Directory | null, topicId: string | null, i18n: ConsoleI18n): string {
  const topic = directory?.topics.find(({ id }) => id === topicId);
  return topic ? inLanguage(topic.name, i18n.lang) : i18n.t.noTopic;
}

/** What a department is called; its id when it is no longer there. */
export function departmentName(directory: Directory | null, departmentId: string, i18n: ConsoleI18n): string {
  const department = directory?.departments.find(({ id }) => id === departmentId);
  return department ? inLanguage(department.name, i18n.lang) : departmentId;
}

/** Whom a hand-off asks: the specialist that is named, or the department. */
export const targetName = (
  directory: Directory | null,
  { user, departmentId }: Pick<Handoff, 'user' | 'departmentId'>,
  i18n: ConsoleI18n,
): string => user?.name ?? departmentName(directory, departmentId, i18n);

/** A language in the words of the console's own: "arabiska". */
export function languageName(language: string, i18n: ConsoleI18n): string {
  return new Intl.DisplayNames([i18n.lang], { type: 'language' }).of(language) ?? language;
}

/** Contact details on one line. */
export const contactLine = (contact: Contact): string =>
  [contact.name, contact.email, contact.phone].filter(Boolean).join(' · ');
