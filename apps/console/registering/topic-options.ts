import type { Directory } from '@lotsa/client';
import type { ListOption } from '@lotsa/ui';
import type { ConsoleI18n } from '../locales/index.ts';
import { departmentName, inLanguage } from '../names/names.ts';

/** The topics, those that were used last before the others; found by their department's name too. */
export function topicOptions(
  directory: Directory,
  recent: readonly string[],
  i18n: ConsoleI18n,
): ListOption[] {
  const { t, lang } = i18n;
  const options = directory.topics
    .filter(({ retired }) => !retired)
    .map(({ id, name, departmentId }) => {
      const department = departmentId ? departmentName(directory, departmentId, i18n) : undefined;
      const keywords = [id, department].filter(Boolean).join(' ');
      return { value: id, label: inLanguage(name, lang), hint: department, keywords };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, lang));
  const used = recent.flatMap((id) => options.filter(({ value }) => value === id));
  if (used.length === 0) return options;
  return [
    ...used.map((option) => ({ ...option, group: t.registerRecent })),
    ...options
      .filter(({ value }) => !recent.includes(value))
      .map((option) => ({ ...option, group: t.registerAllTopics })),
  ];
}
