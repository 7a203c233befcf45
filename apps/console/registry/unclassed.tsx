import type { UnclassedEntry } from '@lotsa/protocol';
import { Badge, Button, Checkbox, EmptyState, iconAlert, iconCheck, iconFlag, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { topicName } from '../names/names.ts';
import { ClassifyDialog } from './classify-dialog.tsx';

/** Closed conversations of which nobody has said what they are; several are classed at once. */
export function Unclassed() {
  const { staff, i18n, state } = useApp();
  const { t, formats } = i18n;
  const [entries, setEntries] = useState<readonly UnclassedEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);

  async function load(after: string | null) {
    setFailure(null);
    const answer = await staff.ask('records:unclassed', { after });
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    setEntries((before) => [...((after !== null && before) || []), ...answer.value.entries]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void load(null);
    // oxlint-disable-next-line react/exhaustive-deps -- fetched once, when it is opened
  }, [staff]);

  if (failure !== null)
    return (
      <EmptyState
        icon={iconAlert}
        title={t.registryFailed}
        action={<Button onClick={() => void load(null)}>{t.tryAgain}</Button>}
      >
        {failure}
      </EmptyState>
    );
  if (entries === null) return <Skeleton lines={8} />;
  if (entries.length === 0)
    return (
      <EmptyState icon={iconCheck} title={t.unclassedNone}>
        {t.unclassedNoneText}
      </EmptyState>
    );
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
    void load(null);
  };
  return (
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
        {entries.map((entry) => {
          const topic = topicName(state.value.directory, entry.topicId, i18n);
          const when = formats.dayTime(entry.closedAt);
          return (
            <li key={entry.id} class="registry-entry registry-unclassed">
              <Checkbox
                label={t.unclassedPick({ what: `${topic}, ${when}` })}
                checked={chosen.has(entry.id)}
                onChecked={(is) => pick(entry.id, is)}
              />
              <p>
                {entry.secret && <Badge tone="warn">{t.registrySecret}</Badge>}{' '}
                <bdi>{entry.excerpt ?? ''}</bdi>
              </p>
            </li>
          );
        })}
      </ul>
      {next !== null && <Button onClick={() => void load(next)}>{t.registryMore}</Button>}
      {asking && (
        <ClassifyDialog
          conversations={entries
            .filter(({ id }) => chosen.has(id))
            .map(({ id }) => ({ id, recordClass: 'none' as const }))}
          onClose={closed}
        />
      )}
    </>
  );
}
