import { mayEditGuides } from '@lotsa/core';
import type { GuideEntry } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconBook } from '@lotsa/ui';
import { AdminLink } from '../admin/admin-link.tsx';
import { NEW, type SectionProps } from '../admin/sections/section.ts';
import { useApp } from '../app-context.ts';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { departmentName, inLanguage } from '../names/names.ts';
import { GuideEditor } from './guide-editor.tsx';
import { guideState, outdatedLanguages } from './guide-words.ts';
import './guides.css';

/** The section of guides: the list, or one of them. */
export function GuidesSection({ item }: SectionProps) {
  return item === null ? <GuideList /> : <GuideEditor key={item} id={item === NEW ? null : item} />;
}

/** All guides with where they stand: those that wait for somebody first. */
function GuideList() {
  const { staff, i18n } = useApp();
  const guides = useAnswer(() => staff.ask('guides:list', {}));
  return (
    <Fetched of={guides} failed={i18n.t.guidesFetchFailed}>
      {({ entries }) => <Guides entries={entries} />}
    </Fetched>
  );
}

function Guides({ entries }: { readonly entries: readonly GuideEntry[] }) {
  const { state, i18n, route } = useApp();
  const { t } = i18n;
  const { directory, me } = state.value;
  const edits = me !== null && mayEditGuides(me);
  const newGuide = edits && (
    <Button variant="primary" onClick={() => route.openAdmin('guides', NEW)}>
      {t.guideNew}
    </Button>
  );
  if (entries.length === 0) {
    return (
      <EmptyState icon={iconBook} title={t.guidesNone} action={newGuide || undefined}>
        {t.guidesNoneText}
      </EmptyState>
    );
  }
  const waits = ({ draft }: GuideEntry): number => (draft?.state === 'review' ? 0 : draft ? 1 : 2);
  return (
    <>
      {newGuide && <div class="guides-new">{newGuide}</div>}
      <ul class="guides-list">
        {entries
          .toSorted((a, b) => waits(a) - waits(b) || titleOf(a).localeCompare(titleOf(b), 'sv'))
          .map((entry) => {
            const shown = entry.draft ?? entry.guide;
            if (!shown) return null;
            const outdated = outdatedLanguages(entry, i18n);
            return (
              <li key={shown.id} class="guides-row">
                <AdminLink section="guides" item={shown.id} class="guides-title">
                  {inLanguage(shown.title, i18n.lang)}
                </AdminLink>
                <p class="guides-about">
                  {departmentName(directory, shown.departmentId, i18n)}
                  {entry.helped + entry.notHelped > 0 &&
                    ` · ${t.guideHelped({ yes: entry.helped, no: entry.notHelped })}`}
                </p>
                <p class="guides-badges">
                  {guideState(entry, i18n).map(({ text, tone }) => (
                    <Badge key={text} tone={tone}>
                      {text}
                    </Badge>
                  ))}
                  {outdated && <Badge tone="warn">{t.guideOutdated({ languages: outdated })}</Badge>}
                </p>
              </li>
            );
          })}
      </ul>
    </>
  );
}

const titleOf = ({ draft, guide }: GuideEntry): string => (draft ?? guide)?.title.sv ?? '';
