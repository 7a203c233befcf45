import { Button, Skeleton } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { Failed } from './failed.tsx';
import type { Pages } from './use-pages.ts';

/** Props of {@link Paged}. */
export interface PagedProps<Page, Item> {
  readonly pages: Pages<Page, Item>;
  /** What is said when nothing came at all. */
  readonly failed: string;
  /** What is shown when there is nothing. */
  readonly none: ComponentChildren;
  readonly children: (items: readonly Item[]) => ComponentChildren;
}

/** A list that is fetched page by page: loading, failed, empty, or what there is with a way to more. */
export function Paged<Page extends { readonly next: string | null }, Item>({
  pages: { items, page, failure, busy, load, loadMore },
  failed,
  none,
  children,
}: PagedProps<Page, Item>) {
  const { t } = useApp().i18n;
  if (items === null) {
    if (failure === null) return <Skeleton lines={8} />;
    return (
      <Failed title={failed} onAgain={() => void load()}>
        {failure}
      </Failed>
    );
  }
  const isEnd = (page?.next ?? null) === null;
  if (items.length === 0 && isEnd) return none;
  return (
    <>
      {children(items)}
      {failure !== null && <p role="alert">{failure}</p>}
      {!isEnd && (
        <div>
          <Button busy={busy} onClick={() => void loadMore()}>
            {t.showMore}
          </Button>
        </div>
      )}
    </>
  );
}
