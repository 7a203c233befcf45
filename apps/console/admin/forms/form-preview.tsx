import type { Form as FormItem } from '@lotsa/protocol';
import { SelectField } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../errors/error-text.ts';
import { languageOptions } from '../pages/options.ts';
import { Group } from '../settings/fields.tsx';
import { misfitsOf, newIdFrom, tidied } from '../settings/form.ts';

/** Asked for when nothing has been written for so long. */
const PAUSE_MS = 400;

/** Our own pages are markup of ours; the frame runs no script and sends nothing (W3C Trusted Types). */
interface Policy {
  createHTML(html: string): string;
}
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
const policy = trustedTypes?.createPolicy('form-preview', { createHTML: (html) => html });

/** The form as visitors will meet it, in any language of its site, before anything is saved. */
export function FormPreview({ draft }: { readonly draft: FormItem }) {
  const app = useApp();
  const { i18n, staff, state } = app;
  const { t } = i18n;
  const site = state.value.directory?.sites.find(({ id }) => id === draft.siteId);
  const offered = languageOptions(app).filter(
    ({ value }) => value === 'sv' || site?.languages.includes(value),
  );
  const [language, setLanguage] = useState('sv');
  const [problem, setProblem] = useState<string | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const tidy = tidied({ ...draft, id: draft.id || newIdFrom(draft.title.sv, []) });
  const text = JSON.stringify(tidy);
  const wrong = Object.keys(misfitsOf('forms', tidy)).length > 0;

  useEffect(() => {
    if (wrong) return;
    let old = false;
    const timer = setTimeout(() => {
      void staff.ask('form:preview', { form: JSON.parse(text) as FormItem, language }).then((answer) => {
        if (old) return;
        setProblem(answer.ok ? null : errorText(i18n, answer.error));
        const shown = frame.current;
        if (!answer.ok || !shown) return;
        scrolled.current = shown.contentWindow?.scrollY ?? 0;
        shown.srcdoc = policy ? policy.createHTML(answer.value.html) : answer.value.html;
      });
    }, PAUSE_MS);
    return () => {
      old = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- what is shown follows from these
  }, [text, language, wrong]);

  return (
    <Group title={t.formPreview}>
      <div class="form-preview-head">
        <SelectField label={t.formPreviewIn} value={language} options={offered} onValue={setLanguage} />
        {!draft.id ? null : (
          <a href={`/form/${draft.siteId}/${draft.id}?lang=${language}`} target="_blank" rel="noreferrer">
            {t.formOpen}
          </a>
        )}
      </div>
      <p class="ui-field-hint" aria-live="polite">
        {problem ?? (wrong ? t.formPreviewWaits : t.formPreviewHint)}
      </p>
      <iframe
        ref={frame}
        class="form-preview"
        title={t.formPreview}
        sandbox="allow-same-origin"
        onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
      />
    </Group>
  );
}
