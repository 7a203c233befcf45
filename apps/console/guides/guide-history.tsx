import type { GuideVersion } from '@lotsa/protocol';
import { Button } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { contentOf } from './guide-words.ts';
import { GuidePreview } from './guide-preview.tsx';

/** What was published before, to look at and to begin from. */
export function GuideHistory({
  versions,
  onRestore,
}: {
  readonly versions: readonly GuideVersion[];
  /** Null for those who do not write. */
  readonly onRestore: ((version: number) => void) | null;
}) {
  const { t, formats } = useApp().i18n;
  const [shown, setShown] = useState<GuideVersion | null>(null);
  return (
    <section class="guide-history">
      <h3>{t.guideHistory}</h3>
      {versions.length === 0 ? (
        <p class="guides-about">{t.guideHistoryNone}</p>
      ) : (
        <ul class="guides-list">
          {versions.map((each) => (
            <li key={each.version} class="guides-row">
              <p>
                <strong>{t.guideVersion({ n: each.version })}</strong>
                {each.publishedAt !== null && ` · ${formats.dayTime(each.publishedAt)}`}
              </p>
              {each.changedBy && each.approvedBy && (
                <p class="guides-about">
                  {t.guideVersionBy({ name: each.changedBy.name, approver: each.approvedBy.name })}
                </p>
              )}
              <div class="guide-actions">
                <Button onClick={() => setShown(each)}>{t.guidePreview}</Button>
                {onRestore && <Button onClick={() => onRestore(each.version)}>{t.guideRestore}</Button>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {shown && <GuidePreview content={contentOf(shown)} language="sv" onClose={() => setShown(null)} />}
    </section>
  );
}
