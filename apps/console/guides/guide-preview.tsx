import type { GuideContent } from '@lotsa/protocol';
import { Dialog, directionOf } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { tidied } from './guide-words.ts';

/** A guide as its readers will see it, in one language. */
export function GuidePreview({
  content,
  language,
  onClose,
}: {
  readonly content: GuideContent;
  readonly language: string;
  readonly onClose: () => void;
}) {
  const { t } = useApp().i18n;
  const { title, intro, steps, url } = tidied(content);
  const shown = steps[language] ? language : 'sv';
  return (
    <Dialog title={t.guidePreview} closeLabel={t.close} onClose={onClose} size="l">
      <article class="guide-preview" lang={shown} dir={directionOf(shown)}>
        <h3>{title[shown] ?? title.sv}</h3>
        {intro[shown] && <p>{intro[shown]}</p>}
        <ol>
          {steps[shown]?.map((step, at) => (
            <li key={at}>{step}</li>
          ))}
        </ol>
        {url && (
          <p>
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </p>
        )}
      </article>
    </Dialog>
  );
}
