import { REMOVABLE_KINDS, type RemovableKind, type SettingsEntry, type SettingsKind } from '@lotsa/protocol';
import { Badge, Button, EmptyState, iconInbox, iconPlus, Skeleton, type Tone } from '@lotsa/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type App, useApp } from '../../app-context.ts';
import { useAct } from '../../errors/use-act.ts';
import { Failed } from '../../fetching/failed.tsx';
import { AdminLink } from '../admin-link.tsx';
import { BackToList } from '../back-to-list.tsx';
import { NEW } from '../sections/section.ts';
import { type Fields, SettingsEditor } from './editor.tsx';
import type { ItemOf } from './form.ts';
import { useSettings } from './use-settings.ts';
import './settings.css';

/** How a kind is listed and edited. */
export interface SettingsPage<Kind extends SettingsKind> {
  readonly kind: Kind;
  /** Its section's part of the address. */
  readonly section: string;
  readonly title: (item: ItemOf<Kind>, app: App) => string;
  /** One line under the title. */
  readonly about?: (entry: SettingsEntry<Kind>, app: App) => string;
  readonly badge?: (entry: SettingsEntry<Kind>, app: App) => { text: string; tone: Tone } | null;
  /** Something new; nothing new can be made without it. */
  readonly blank?: (app: App) => ItemOf<Kind>;
  readonly finish?: (item: ItemOf<Kind>, taken: readonly string[]) => ItemOf<Kind>;
  readonly fields: Fields<Kind>;
  /** Whether this one can be removed, where its kind can. */
  readonly mayRemove?: (entry: SettingsEntry<Kind>) => boolean;
  /** What else can be done with an item that is stored. */
  readonly extra?: (entry: SettingsEntry<Kind>) => ComponentChildren;
}

const isRemovable = (kind: SettingsKind): kind is RemovableKind =>
  REMOVABLE_KINDS.some((each) => each === kind);

/** A section of the administration: its list, or what is open of it. */
export function SettingsSection<Kind extends SettingsKind>({
  page,
  item,
}: {
  readonly page: SettingsPage<Kind>;
  readonly item: string | null;
}) {
  const app = useApp();
  const { i18n, route } = app;
  const { t } = i18n;
  const list = useSettings(page.kind);
  const { entries, failed } = list;
  if (!entries) {
    return failed ? (
      <Failed title={t.adminFetchFailed} onAgain={() => void list.reload()} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  const { blank } = page;
  const isNew = item === NEW && blank !== undefined;
  if (item === null) {
    return (
      <>
        {blank && (
          <div>
            <Button variant="primary" icon={iconPlus} onClick={() => route.openAdmin(page.section, NEW)}>
              {t.settingsAdd}
            </Button>
          </div>
        )}
        <EntryList page={page} entries={entries} />
      </>
    );
  }
  const entry = entries.find((one) => one.item.id === item) ?? null;
  return (
    <>
      <BackToList section={page.section} />
      {entry || isNew ? (
        <article class="settings-one" aria-labelledby="settings-title">
          <h3 id="settings-title">{entry ? page.title(entry.item, app) : t.settingsNew}</h3>
          <SettingsEditor
            key={isNew ? NEW : item}
            kind={page.kind}
            list={list}
            entry={entry}
            blank={() => entry?.item ?? blank?.(app) ?? ({} as ItemOf<Kind>)}
            finish={page.finish ?? ((draft) => draft)}
            fields={page.fields}
            onSaved={(saved, wasNew) => {
              if (wasNew) route.openAdmin(page.section, saved.item.id);
            }}
          />
          {entry && page.extra?.(entry)}
          {entry && isRemovable(page.kind) && (page.mayRemove?.(entry) ?? true) && (
            <Remove kind={page.kind} section={page.section} entry={entry} />
          )}
        </article>
      ) : (
        <EmptyState icon={iconInbox} title={t.settingsGone} />
      )}
    </>
  );
}

function EntryList<Kind extends SettingsKind>({
  page,
  entries,
}: {
  readonly page: SettingsPage<Kind>;
  readonly entries: readonly SettingsEntry<Kind>[];
}) {
  const app = useApp();
  const { t, lang } = app.i18n;
  if (entries.length === 0) {
    return <EmptyState icon={iconInbox} title={t.settingsEmpty} />;
  }
  const shown = entries
    .map((entry) => ({ entry, title: page.title(entry.item, app), gone: isGone(entry.item) }))
    .toSorted((a, b) => Number(a.gone) - Number(b.gone) || a.title.localeCompare(b.title, lang));
  return (
    <ul class="settings-list">
      {shown.map(({ entry, title, gone }) => {
        const badge = page.badge?.(entry, app);
        return (
          <li key={entry.item.id} data-gone={gone || undefined}>
            <AdminLink section={page.section} item={entry.item.id} class="settings-row">
              <span class="settings-row-title">{title}</span>
              {page.about && <span class="settings-row-about">{page.about(entry, app)}</span>}
              <span class="settings-row-badges">
                {gone && <Badge>{t.settingsRetired}</Badge>}
                {badge && <Badge tone={badge.tone}>{badge.text}</Badge>}
              </span>
            </AdminLink>
          </li>
        );
      })}
    </ul>
  );
}

const isGone = (item: object): boolean =>
  ('retired' in item && item.retired === true) || ('active' in item && 'role' in item && !item.active);

function Remove({
  kind,
  section,
  entry,
}: {
  readonly kind: RemovableKind;
  readonly section: string;
  readonly entry: { readonly item: { readonly id: string }; readonly revision: string };
}) {
  const { i18n, staff, route } = useApp();
  const { t } = i18n;
  const { act, busy } = useAct();
  const [asked, setAsked] = useState(false);
  const remove = async () => {
    const done = await act(
      () => staff.settings.remove(kind, entry.item.id, entry.revision),
      t.settingsRemoved,
    );
    if (done) route.openAdmin(section);
  };
  return (
    <div class="settings-remove">
      {asked ? (
        <>
          <p>{t.settingsRemoveSure}</p>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            {t.settingsRemove}
          </Button>
          <Button onClick={() => setAsked(false)}>{t.cancel}</Button>
        </>
      ) : (
        <Button variant="quiet" onClick={() => setAsked(true)}>
          {t.settingsRemove}
        </Button>
      )}
    </div>
  );
}
