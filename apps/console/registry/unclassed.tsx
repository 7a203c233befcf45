import type { UnclassedEntry } from '@lotsa/protocol';
import { Badge, Button, Checkbox, EmptyState, iconCheck, iconFlag } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { topicName } from '../names/names.ts';
import { ClassifyDialog } from './classify-dialog.tsx';

/** Closed conversations of which nobody has said what they are; several are classed at once. */
export function Unclassed() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const pages = usePages(
    (after) => staff.ask('records:unclassed', { after }),
    (page) => page.entries,
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);

  const pick = (id: string, is: boolean): void => {
    const now = new Set(chosen);
    if (is) now.add(id);
    else now.delete(id);
    setChosen(now);
  };
  const closed = (classed: number): void => {
    setAsking(false);
    if (classed === 0) return;
    setChosen(new Set());
    void pages.load();
  };
  return (
    <Paged
      pages={pages}
      failed={t.registryFailed}
      none={
        <EmptyState icon={iconCheck} title={t.unclassedNone}>
          {t.unclassedNoneText}
        </EmptyState>
      }
    >
      {(entries) => (
        <>
          <p>{t.unclassedText}</p>
          <div class="registry-bar">
            <Checkbox
              label={t.unclassedSelect}
              checked={chosen.size === entries.length}
              onChecked={(all) => setChosen(new Set(all ? entries.map(({ id }) => id) : []))}
            />
            <Button icon={iconFlag} disabled={chosen.size === 0} onClick={() => setAsking(true)}>
              {t.unclassedSelected({ n: chosen.size })}
            </Button>
          </div>
          <ul class="registry-list" aria-label={t.registryUnclassed}>
            {entries.map((entry) => (
              <UnclassedRow
                key={entry.id}
                entry={entry}
                chosen={chosen.has(entry.id)}
                onChosen={(is) => pick(entry.id, is)}
              />
            ))}
          </ul>
          {asking && (
            <ClassifyDialog
              conversations={entries
                .filter(({ id }) => chosen.has(id))
                .map(({ id }) => ({ id, recordClass: 'none' as const }))}
              onClose={closed}
            />
          )}
        </>
      )}
    </Paged>
  );
}

interface UnclassedRowProps {
  readonly entry: UnclassedEntry;
  readonly chosen: boolean;
  readonly onChosen: (is: boolean) => void;
}

function UnclassedRow({ entry, chosen, onChosen }: UnclassedRowProps) {
  const { i18n, state } = useApp();
  const { t, formats } = i18n;
  const topic = topicName(state.value.directory, entry.topicId, i18n);
  const when = formats.dayTime(entry.closedAt);
  return (
    <li class="registry-entry registry-unclassed">
      <Checkbox
        label={t.unclassedPick({ what: `${topic}, ${when}` })}
        checked={chosen}
        onChecked={onChosen}
      />
      <p>
        {entry.secret && <Badge tone="warn">{t.registrySecret}</Badge>} <bdi>{entry.excerpt ?? ''}</bdi>
      </p>
    </li>
  );
}
