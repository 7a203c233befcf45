import type { FieldError, FileRef, Form, FormField, Identity, Site } from '@lotsa/protocol';
import { ErrorSummary, errorText } from './errors.tsx';
import { controlId, Field } from './field.tsx';
import { Page } from './page.tsx';
import { identifyWords } from './words/identify.ts';
import type { Language } from './words/index.ts';

/** A form as it is shown: empty, or as it was filled in with what is wrong. */
export interface FormPageProps {
  site: Site;
  form: Form;
  language: Language;
  /** The id of what will be sent: made with the page, and kept while it is mended (rule D2). */
  id: string;
  values: Readonly<Record<string, unknown>>;
  files: Readonly<Record<string, readonly FileRef[]>>;
  errors: readonly FieldError[];
  /** What went wrong with the whole of it. */
  whole: string | null;
  departments: readonly { value: string; label: string }[];
  otherForms: readonly Form[];
  /** Who fills it in, by an e-identification; null for nobody. */
  identity: Identity | null;
  /** What the e-identification is called; null where there is none. */
  provider: string | null;
}

/** A form that works without script. */
export function FormPage(props: FormPageProps) {
  const { site, form, language, errors, whole, id, otherForms } = props;
  const { words, say } = language;
  const title = say(form.title);
  const failed = errors.length > 0 || whole !== null;
  const labels = new Map(form.fields.map((field) => [field.name, say(field.label)]));
  const path = (to: Form): string => `/form/${site.id}/${to.id}?lang=${language.tag}`;
  return (
    <Page
      title={failed ? `${words.errorTitle}: ${title}` : title}
      language={language}
      site={site}
      inLanguage={(tag) => `/form/${site.id}/${form.id}?lang=${tag}`}
    >
      <h1>{title}</h1>
      {form.intro && <p class="intro">{say(form.intro)}</p>}
      <ErrorSummary
        words={words}
        whole={whole}
        fields={errors.map((error) => ({
          id: controlId(error.field),
          label: labels.get(error.field) ?? error.field,
          text: errorText(error, words),
        }))}
      />
      <Identified {...props} />
      {/* The browser's own bubbles speak its language, not the page's, and go away. */}
      <form class="form" method="post" action={path(form)} encType="multipart/form-data" noValidate>
        <input type="hidden" name="id" value={id} />
        <Fields {...props} fields={form.fields.filter((field) => !tickOf(field, form))} />
        <button type="submit" class="ui-button" data-variant="primary">
          {words.send}
        </button>
      </form>
      {otherForms.length > 0 && (
        <nav aria-labelledby="other-forms">
          <h2 id="other-forms">{words.otherForms}</h2>
          <ul>
            {otherForms.map((other) => (
              <li>
                <a href={path(other)}>{say(other.title)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>
  );
}

/** As whom whoever fills in the form is known (rule I3), and the way to be (rule I4). */
function Identified({ site, form, language, identity, provider }: FormPageProps) {
  const words = identifyWords(language.tag);
  const query = `?form=${form.id}&lang=${language.tag}`;
  if (identity)
    return (
      <div class="ui-banner" data-tone="ok">
        <p>
          {words.knownAs({
            name: identity.name ?? identity.personalNumber ?? '',
            provider: identity.provider,
          })}
        </p>
        <p>
          <a href={`/identify/${site.id}/end${query}`}>{words.end}</a>
        </p>
      </div>
    );
  if (!form.eid) return null;
  return (
    <div class="ui-banner" data-tone="warn">
      <p>{words.needed}</p>
      {provider !== null && (
        <p>
          <a class="ui-button" data-variant="primary" href={`/identify/${site.id}/begin${query}`}>
            {words.begin({ provider })}
          </a>
        </p>
      )}
    </div>
  );
}

/** The box that shows a field when it is ticked: such fields stand with it, and the style sheet hides them until then. */
function tickOf({ showIf = {} }: FormField, { fields }: Form): FormField | undefined {
  const [[name, wanted] = []] = Object.entries(showIf);
  return wanted === true
    ? fields.find((field) => field.name === name && field.type === 'boolean')
    : undefined;
}

function Fields(props: FormPageProps & { fields: readonly FormField[] }) {
  const { form, fields, values, files, errors, language, departments } = props;
  const { words, say } = language;
  return (
    <>
      {fields.map((field) => {
        const shownBy = form.fields.filter((other) => tickOf(other, form) === field);
        const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
        const shown = (
          <Field
            field={field}
            language={language}
            value={field.type === 'boolean' ? isTicked(value) : typeof value === 'string' ? value : undefined}
            files={Object.hasOwn(files, field.name) ? (files[field.name] ?? []) : []}
            error={errors.find((error) => error.field === field.name)}
            departments={departments}
          />
        );
        const urgent = field.type === 'boolean' ? field.onTrue?.showUrgentPhone : undefined;
        if (shownBy.length === 0 && urgent === undefined) return shown;
        return (
          <div class="ticked">
            {shown}
            <div class="when-ticked">
              {urgent !== undefined && (
                <p class="ui-banner" data-tone="warn">
                  {words.urgent(urgent)}
                </p>
              )}
              {shownBy.length > 0 && <p class="when-hint">{words.whenTicked(say(field.label))}</p>}
              <Fields {...props} fields={shownBy} />
            </div>
          </div>
        );
      })}
    </>
  );
}

const isTicked = (value: unknown): boolean => value === true || value === 'true' || value === 'on';
