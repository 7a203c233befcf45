import type { WebGap } from '@lotsa/protocol';
import { Badge, Checkbox, CountBadge, EmptyState, iconCheck, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { AdminLink } from '../admin/admin-link.tsx';
import type { SectionProps } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { GapPage } from './gap-page.tsx';
import { GAP_TONE, gapFrom, gapTitle } from './gap-words.ts';
import './feedback.css';

/** What is missing on the web: gathered by page, or one of them. */
export function GapsScreen({ item }: SectionProps) {
  return item === null ? <GapList /> : <GapPage key={item} id={item} />;
}

function GapList() {
  const { staff, state, i18n } = useApp();
  const { t } = i18n;
  const { me, directory } = state.value;
  const sites = directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const [open, setOpen] = useState(true);
  const [mine, setMine] = useState(me?.role === 'editor');
  const pages = usePages(
    (after) => staff.ask('gaps:list', { siteId, open, mine, after }),
    ({ gaps }) => gaps,
    [siteId, open, mine],
  );
  return (
    <div class="feedback">
      <div class="feedback-choose">
        <SiteSelect value={siteId} onValue={setSiteId} />
        <SelectField
          label={t.gapsShow}
          value={open ? 'open' : 'ended'}
          onValue={(value) => setOpen(value === 'open')}
          options={[
            { value: 'open', label: t.gapsOpen },
            { value: 'ended', label: t.gapsEnded },
          ]}
        />
        <Checkbox label={t.gapsMine} checked={mine} onChecked={setMine} />
      </div>
      <Paged
        pages={pages}
        failed={t.gapsFailed}
        none={
          <EmptyState icon={iconCheck} title={t.gapsNone}>
            {t.gapsNoneText}
          </EmptyState>
        }
      >
        {(gaps) => byPage(gaps).map(([page, list]) => <PageGaps key={page} page={page} gaps={list} />)}
      </Paged>
    </div>
  );
}

/** The list is in the order of pages. */
function byPage(gaps: readonly WebGap[]): [string, WebGap[]][] {
  const pages = new Map<string, WebGap[]>();
  for (const gap of gaps) pages.set(gap.page, [...(pages.get(gap.page) ?? []), gap]);
  return [...pages];
}

function PageGaps({ page, gaps }: { readonly page: string; readonly gaps: readonly WebGap[] }) {
  const { i18n } = useApp();
  const { t } = i18n;
  return (
    <section class="feedback-part" aria-label={page || t.gapNoPage}>
      <h3 class="gap-page-name">
        <bdi>{page || t.gapNoPage}</bdi>{' '}
        <CountBadge n={gaps.length} max={gaps.length} label={t.inList({ n: gaps.length })} />
      </h3>
      <ul class="gap-list">
        {gaps.map((gap) => (
          <li key={gap.id}>
            <AdminLink section="web-gaps" item={gap.id} class="gap-link">
              <span dir="auto">{gapTitle(gap, t)}</span>
            </AdminLink>
            <p>
              <Badge tone={GAP_TONE[gap.state]}>{t[`gapState_${gap.state}`]}</Badge> {gapFrom(gap, i18n)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
