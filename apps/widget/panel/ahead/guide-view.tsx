import type { SearchHit } from '@lotsa/protocol';
import { Button, iconBack, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { focusField } from '../focus.ts';
import { Linked } from '../linked.tsx';
import type { Panel } from '../panel.ts';
import { type Article, judge, openHit } from './ask-guides.ts';

/** Props of {@link GuideView}. */
export interface GuideViewProps {
  readonly panel: Panel;
  readonly hit: SearchHit;
  /** Back to the question, which is as it was. */
  readonly onClose: () => void;
}

/** A guide or an answer in place of the view, and whether it answered the question. */
export function GuideView({ panel, hit, onClose }: GuideViewProps) {
  const { t, lang } = panel.language;
  const site = panel.state.site?.id ?? '';
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  /** Out of here one goes on writing, or to where one was. */
  const writes = useRef(false);
  const [article, setArticle] = useState<Article | null>(null);
  const [failed, setFailed] = useState(false);
  const [thanked, setThanked] = useState(false);
  const open = (): void => {
    setFailed(false);
    openHit(site, hit, lang).then(setArticle, () => setFailed(true));
  };
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- another language is another text
  useEffect(open, [lang, hit]);
  useEffect(() => title.current?.focus(), [article, thanked]);

  const answered = (helped: boolean): void => {
    judge(site, hit, helped);
    writes.current = true;
    if (!helped) return leave();
    setThanked(true);
  };
  const leave = (): void => dialog.current?.close();
  const left = (): void => {
    onClose();
    // It was answered, and is not asked any more.
    if (thanked) panel.write('');
    if (writes.current) focusField();
  };
  return (
    <dialog
      ref={dialog}
      class="guide"
      aria-labelledby="guide-title"
      onClose={left}
      onKeyDown={(event) => {
        // The panel closes at Escape, and this only closes the guide.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <Button variant="quiet" icon={iconBack} mirror onClick={leave}>
        {t.backToQuestion}
      </Button>
      {thanked ? (
        <>
          <h2 id="guide-title" ref={title} tabIndex={-1}>
            {t.helpedThanks}
          </h2>
          <p>{t.helpedThanksText}</p>
        </>
      ) : failed ? (
        <>
          <h2 id="guide-title" ref={title} tabIndex={-1}>
            {t.guideFailed}
          </h2>
          <div class="buttons">
            <Button variant="primary" onClick={open}>
              {t.retry}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div lang={article?.language ?? hit.language} dir="auto">
            <h2 id="guide-title" ref={title} tabIndex={-1}>
              {article?.title ?? hit.title}
            </h2>
            {article ? <Text article={article} /> : <Skeleton lines={4} />}
          </div>
          {article?.url && (
            <p>
              <a href={article.url} target="_blank" rel="noopener noreferrer">
                {t.guideMore}
              </a>
            </p>
          )}
          {article && (
            <div class="guide-judge" role="group" aria-labelledby="guide-judge">
              <h3 id="guide-judge">{t.helpedAsk}</h3>
              <div class="buttons">
                <Button variant="primary" onClick={() => answered(true)}>
                  {t.helpedYes}
                </Button>
                <Button onClick={() => answered(false)}>{t.helpedNo}</Button>
              </div>
            </div>
          )}
        </>
      )}
    </dialog>
  );
}

function Text({ article }: { readonly article: Article }) {
  return (
    <>
      {article.text && (
        <p class="guide-text">
          <Linked text={article.text} />
        </p>
      )}
      {article.steps.length > 0 && (
        <ol>
          {article.steps.map((step, at) => (
            <li key={at}>
              <Linked text={step} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
