import type { App } from '../../app-context.ts';
import { inLanguage, languageName } from '../../names/names.ts';

/** Something to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

const LANGUAGES = ['sv', 'sv-x-easy', 'en', 'fi', 'ar'] as const;

/** The languages that a visitor's panel speaks. */
export const languageOptions = ({ i18n }: App): Option[] =>
  LANGUAGES.map((value) => ({ value, label: languageName(value, i18n) }));

type Listed = 'sites' | 'departments' | 'topics';

/** What is in use of a kind, by name. */
export const optionsOf = ({ state, i18n }: App, kind: Listed): Option[] =>
  (state.value.directory?.[kind] ?? [])
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.lang) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.lang));

/** What an item of a kind is called. */
export function nameOf({ state, i18n }: App, kind: Listed, id: string | null): string {
  const found = state.value.directory?.[kind].find((one) => one.id === id);
  return found ? inLanguage(found.name, i18n.lang) : (id ?? '');
}

/** The departments somebody may set something up for. */
export function ownDepartments(app: App): Option[] {
  const { me } = app.state.value;
  const all = optionsOf(app, 'departments');
  return me?.role === 'coordinator' ? all.filter(({ value }) => me.departmentIds.includes(value)) : all;
}
