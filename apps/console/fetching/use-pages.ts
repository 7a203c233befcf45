import type { Answer } from '@lotsa/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';

/** A list as far as it has been fetched. */
export interface Pages<Page, Item> {
  /** Null before the first page. */
  readonly items: readonly Item[] | null;
  /** The last page that came, for what it says besides its items. */
  readonly page: Page | null;
  /** Why the page that was asked for last did not come, in words. */
  readonly failure: string | null;
  readonly busy: boolean;
  /** Fetches from the beginning. */
  readonly load: () => Promise<void>;
  /** Fetches the page behind the last one. */
  readonly loadMore: () => Promise<void>;
  /** Changes what is shown: an item is gone. */
  readonly setItems: (change: (items: readonly Item[]) => readonly Item[]) => void;
}

/**
 * Fetches a list page by page, from the beginning whenever one of `of` changes. An answer that somebody no longer waits for is
 * dropped; a page that does not come leaves those before it.
 */
export function usePages<Page extends { readonly next: string | null }, Item>(
  ask: (after: string | null) => Promise<Answer<Page>>,
  itemsOf: (page: Page) => readonly Item[],
  of: readonly unknown[] = [],
): Pages<Page, Item> {
  const { i18n } = useApp();
  const [shown, setShown] = useState<{ page: Page; items: readonly Item[] } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);

  async function fetchPage(after: string | null): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    setFailure(null);
    const answer = await ask(after);
    if (mine !== turn.current) return;
    setBusy(false);
    if (!answer.ok) {
      setFailure(errorText(i18n, answer.error));
      if (after === null) setShown(null);
      return;
    }
    const page = answer.value;
    setShown((before) => ({
      page,
      items: [...((after !== null && before?.items) || []), ...itemsOf(page)],
    }));
  }
  useEffect(() => {
    void fetchPage(null);
    // oxlint-disable-next-line react/exhaustive-deps -- `ask` is another one each time it is drawn; `of` says what it is about
  }, of);

  return {
    items: shown?.items ?? null,
    page: shown?.page ?? null,
    failure,
    busy,
    load: () => fetchPage(null),
    loadMore: () => fetchPage(shown?.page.next ?? null),
    setItems: (change) => setShown((before) => before && { ...before, items: change(before.items) }),
  };
}
