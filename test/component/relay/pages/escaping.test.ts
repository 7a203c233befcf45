import type { Site } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { CasePage } from '../../../../apps/relay/pages/case-page.tsx';
import { FormPage } from '../../../../apps/relay/pages/form-page.tsx';
import { renderPage } from '../../../../apps/relay/pages/render.ts';
import { languageFor } from '../../../../apps/relay/pages/words/index.ts';
import ekhamra from '../../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../../apps/relay/seed/municipality.ts';

/** Ways out of text, attributes and elements (OWASP, XSS filter evasion). */
const ATTACKS = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror=pwned()>',
  "' autofocus onfocus='pwned()",
  '</textarea><script>pwned()</script>',
  '</title><script>pwned()</script>',
  '</option></select><svg onload=pwned()>',
  '<!--><script>pwned()</script>-->',
  'javascript:pwned()',
  '&lt;script&gt;pwned()&lt;/script&gt;',
  '\u003cscript\u003epwned()',
  ']]><script>pwned()</script>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
];

const { sites, forms } = readMunicipality(ekhamra);
const site = sites[0] as Site;
const form = forms.find(({ id }) => id === 'felanmalan')!;
const language = languageFor({ query: {}, acceptsLanguages: (() => 'sv') as never }, site);

/** The page as a browser reads it. */
const read = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** What would run. */
function dangers(page: Document): string[] {
  return [...page.querySelectorAll('*')].flatMap((element) => [
    ...(['SCRIPT', 'IMG', 'SVG', 'svg', 'STYLE', 'IFRAME', 'MATH', 'math'].includes(element.tagName)
      ? [element.outerHTML]
      : []),
    ...[...element.attributes]
      .filter(
        ({ name, value }) => name.startsWith('on') || value.trim().toLowerCase().startsWith('javascript:'),
      )
      .filter(({ name }) => name !== 'value')
      .map(({ name }) => `${element.tagName} ${name}`),
  ]);
}

describe.each(ATTACKS)('what somebody wrote: %s', (text) => {
  it('stays text in a form that is shown again', () => {
    const page = read(
      renderPage(
        FormPage({
          site,
          form,
          language,
          id: 'id-of-the-submission',
          values: Object.fromEntries(form.fields.map(({ name }) => [name, text])),
          files: { photos: [{ id: text, name: text, type: 'image/png', size: 1 }] },
          errors: [{ field: 'description', rule: text }],
          whole: null,
          departments: [{ value: text, label: text }],
          identity: null,
          provider: null,
          otherForms: [],
        }),
      ),
    );
    expect(dangers(page)).toEqual([]);
    expect(page.querySelector('textarea')?.value).toBe(text);
    expect(page.querySelector<HTMLInputElement>('[name=locationText]')?.value).toBe(text);
    expect(page.querySelector<HTMLInputElement>('[name=kept-photos]')?.value).toBe(text);
  });

  it('stays text in a case', () => {
    const files = [{ id: 'file', name: text, type: 'image/png' as const, size: 1 }];
    const page = read(
      renderPage(
        CasePage({
          site,
          it: {
            number: 'EKH-2026-000001',
            siteId: 'ekhamra',
            title: { sv: text },
            language: 'sv',
            status: 'inProgress',
            open: true,
            departmentId: 'TEF',
            together: false,
            handlerName: text,
            receivedAt: 0,
            promisedAt: 0,
            asked: [{ at: 0, text }],
            answers: [{ name: 'x', label: { sv: text }, value: text }],
            files,
            log: [
              { at: 0, event: { type: 'supplemented', text, files } },
              { at: 0, event: { type: 'answered', text, name: text } },
            ],
          },
          secret: 'secret',
          address: 'https://chat.example.se/case/EKH-2026-000001?key=secret',
          language,
          now: 1,
          departmentName: () => ({ sv: text }),
          done: null,
          failed: { whole: text, text },
        }),
      ),
    );
    expect(dangers(page)).toEqual([]);
    expect(page.querySelector('.log .written')?.textContent).toBe(text);
    expect(page.querySelector('textarea')?.value).toBe(text);
  });
});
