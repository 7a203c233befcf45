import { Button, iconRetry, SelectField } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import type { Pages } from '../fetching/use-pages.ts';
import './listing.css';

/** Props of {@link Listing}. */
interface ListingProps<State extends string, Page, Item> {
  readonly label: string;
  readonly pages: Pages<Page, Item>;
  /** The states that can be chosen, and what they are called. */
  readonly states: readonly State[];
  readonly nameOf: (state: State) => string;
  /** The one that is chosen; null is all of them. */
  readonly state: State | null;
  readonly onState: (state: State | null) => void;
  /** What can be done with all that is shown. */
  readonly actions?: ComponentChildren;
  /** What is said when nothing came at all. */
  readonly failed: string;
  /** What is shown when there is nothing. */
  readonly none: ComponentChildren;
  /** A row for each: {@link ListingRow}. */
  readonly children: (item: Item) => ComponentChildren;
}

/** What is on its way, has arrived or has not: chosen by its state, the latest first. */
export function Listing<State extends string, Page extends { readonly next: string | null }, Item>({
  label,
  pages,
  states,
  nameOf,
  state,
  onState,
  actions,
  failed,
  none,
  children,
}: ListingProps<State, Page, Item>) {
  const { t } = useApp().i18n;
  return (
    <>
      <div class="listing-choose">
        <SelectField
          label={t.listShow}
          value={state ?? ''}
          options={[
            { value: '', label: t.listAll },
            ...states.map((value) => ({ value, label: nameOf(value) })),
          ]}
          onValue={(value) => onState(states.find((each) => each === value) ?? null)}
        />
        <Button icon={iconRetry} onClick={() => void pages.load()}>
          {t.listRefresh}
        </Button>
        {actions}
      </div>
      <Paged pages={pages} failed={failed} none={none}>
        {(items) => (
          <ul class="listing-items" aria-label={label}>
            {items.map(children)}
          </ul>
        )}
      </Paged>
    </>
  );
}
