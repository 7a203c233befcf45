import type { Answers, CaseAnswer, Contact, Form, Localised } from '@lotsa/protocol';

/** What a checked form says of the case that it becomes. */
export interface SubmittedCase {
  title: Localised;
  departmentId: string | null;
  contact: Contact | null;
  answers: CaseAnswer[];
}

/**
 * Reads a case out of a form and its checked answers: the title names the first choice that was made, the department is
 * the chosen one or the form's, and the contact is in the fields that say so by `autocomplete`.
 */
export function submittedCase(
  form: Form,
  value: Answers,
  departments: ReadonlyMap<string, { name: Localised }>,
): SubmittedCase {
  const answers: CaseAnswer[] = [];
  let choice: Localised | undefined;
  let departmentId = form.departmentId;
  const contact: { name?: string; email?: string; phone?: string } = {};
  for (const field of form.fields) {
    const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (given === undefined || Array.isArray(given)) continue;
    const answer: CaseAnswer = { name: field.name, label: field.label, value: given };
    if (field.type === 'select' || field.type === 'radio') {
      const chosen = field.options.find((option) => option.value === given)?.label;
      const department =
        field.type === 'select' && field.optionsFrom ? departments.get(String(given)) : undefined;
      if (department) departmentId = String(given);
      else if (field.required) choice ??= chosen;
      const option = department?.name ?? chosen;
      if (option) answer.option = option;
    }
    if (field.autocomplete === 'name') contact.name = String(given);
    if (field.autocomplete === 'email') contact.email = String(given);
    if (field.autocomplete === 'tel') contact.phone = String(given);
    answers.push(answer);
  }
  return {
    title: choice ? joined(form.title, choice) : form.title,
    departmentId,
    contact: contact.email || contact.phone ? contact : null,
    answers,
  };
}

function joined(title: Localised, choice: Localised): Localised {
  const languages = Object.keys(title).filter((language) => Object.hasOwn(choice, language));
  return Object.fromEntries(
    languages.map((language) => [language, `${title[language] ?? ''}: ${choice[language] ?? ''}`]),
  ) as Localised;
}
