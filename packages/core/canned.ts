/**
 * What may stand in braces in a canned response, each by its Swedish and its English name. What is known is filled in when
 * the response is put in an answer; the rest is left for the agent to fill in.
 */
export const VARIABLES = {
  name: ['namn', 'name'],
  caseNumber: ['ärendenummer', 'caseNumber'],
  link: ['länk', 'link'],
  agent: ['handläggare', 'agent'],
  centre: ['kontaktcenter', 'centre'],
  phone: ['telefon', 'phone'],
  email: ['epost', 'email'],
  department: ['förvaltning', 'department'],
  nextOpen: ['öppnar', 'nextOpen'],
  date: ['datum', 'date'],
  position: ['plats', 'position'],
  minutes: ['minuter', 'minutes'],
} as const;
/** A variable. */
export type Variable = keyof typeof VARIABLES;

const PLACE = /\{([^{}\s]{1,40})\}/gu;

const BY_NAME = new Map(
  Object.entries(VARIABLES).flatMap(([variable, names]) =>
    names.map((name) => [name as string, variable as Variable] as const),
  ),
);

/** The variable that a name in braces stands for. */
export const variableNamed = (name: string): Variable | undefined => BY_NAME.get(name);

/** The names in braces that are no variables. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(PLACE)].map(([, name]) => name ?? '').filter((name) => !BY_NAME.has(name));

/** A text with the variables that are known; the others stay in their braces. */
export const fillVariables = (
  text: string,
  values: { readonly [V in Variable]?: string | null | undefined },
): string =>
  text.replace(PLACE, (place, name: string) => {
    const variable = BY_NAME.get(name);
    return (variable && values[variable]) || place;
  });
