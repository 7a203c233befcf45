import type { FieldError } from '@lotsa/protocol';
import type { Words } from './words/sv.ts';

const MEGABYTE = 1024 * 1024;

/** What is wrong in a field and what to do about it. */
export function errorText({ rule, limit = 0 }: Pick<FieldError, 'rule' | 'limit'>, words: Words): string {
  switch (rule) {
    case 'too_long':
    case 'too_many_files':
      return words[rule](limit);
    case 'file_too_large':
      return words.file_too_large(Math.floor(limit / MEGABYTE));
    case 'required':
    case 'require_one_of':
    case 'email':
    case 'phone':
    case 'date':
    case 'datetime':
    case 'option':
    case 'file_type':
    case 'file_broken':
    case 'file_infected':
    case 'file_unchecked':
      return words[rule];
    default:
      return words.fault;
  }
}

interface ErrorSummaryProps {
  words: Words;
  /** What is wrong with the whole of it; null when it is the fields. */
  whole: string | null;
  fields: { id: string; label: string; text: string }[];
}

/** All that is wrong, at the top, with the way to each field. It takes the focus, without script (WCAG 3.3.1). */
export function ErrorSummary({ words, whole, fields }: ErrorSummaryProps) {
  if (whole === null && fields.length === 0) return null;
  return (
    <div
      class="ui-banner errors"
      data-tone="error"
      role="group"
      tabIndex={-1}
      // The page was made to say this: whoever cannot see it begins here.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      aria-labelledby="errors"
    >
      <div class="ui-banner-text">
        <h2 id="errors">{words.errorsTitle}</h2>
        <p>{whole ?? words.errorsText}</p>
        {fields.length > 0 && (
          <ul>
            {fields.map(({ id, label, text }) => (
              <li>
                <a href={`#${id}`}>{label}</a>: {text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
