import type { Form, Identity, Site } from '@lotsa/protocol';
import { FormPage, type FormPageProps } from '../pages/form-page.tsx';
import { renderPage } from '../pages/render.ts';
import type { Language } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';

/** A form of a site in a language. */
export interface FormInLanguage {
  site: Site;
  form: Form;
  language: Language;
  /** Who fills it in, by an e-identification in this browser. */
  identity: Identity | null;
}

/** A form as a whole HTML page: empty, or as `state` says that it was filled in. */
export async function formPageOf(
  relay: Pick<Relay, 'directory' | 'context'>,
  { site, form, language, identity }: FormInLanguage,
  state: { id: string } & Partial<FormPageProps>,
): Promise<string> {
  const { forms, departments } = await relay.directory();
  const page = FormPage({
    site,
    form,
    language,
    identity,
    provider: relay.context.config.visitorSso?.name ?? null,
    values: {},
    files: {},
    errors: [],
    whole: null,
    departments: [...departments.values()].map(({ id, name }) => ({ value: id, label: language.say(name) })),
    otherForms: [...forms.values()].filter(({ id, siteId }) => siteId === site.id && id !== form.id),
    ...state,
  });
  return renderPage(page);
}
