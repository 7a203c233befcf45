import type { RetentionLogEntry } from '@lotsa/protocol';
import { Button, EmptyState, iconAlert, iconCheck, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';

/** What was erased: when, by which rule and decision, and how much. */
export function ProofLog() {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const [entries, setEntries] = useState<readonly RetentionLogEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  async function load(after: string | null) {
    setFailure(null);
    const answer = await staff.ask('retention:log', { after });
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
        title={t.retentionFailed}
        action={<Button onClick={() => void load(null)}>{t.tryAgain}</Button>}
      >
        {failure}
      </EmptyState>
    );
  if (entries === null) return <Skeleton lines={8} />;
  if (entries.length === 0)
    return (
      <EmptyState icon={iconCheck} title={t.retentionLogNone}>
        {t.retentionLogNoneText}
      </EmptyState>
    );
  return (
    <div class="retention">
      <div class="retention-scroll" tabIndex={0} role="region" aria-label={t.retentionLog}>
        <table class="retention-table">
          <thead>
            <tr>
              <th scope="col">{t.retentionWhen}</th>
              <th scope="col">{t.retentionRule}</th>
              <th scope="col">{t.retentionDecision}</th>
              <th scope="col">{t.retentionDone}</th>
              <th scope="col">{t.retentionHeldHead}</th>
              <th scope="col">{t.retentionBy}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>
                  <time dateTime={new Date(entry.at).toISOString()}>{formats.dayTime(entry.at)}</time>
                </td>
                <td>
                  {entry.ruleName}
                  <div>{t[`retentionAction_${entry.action}`]}</div>
                </td>
                <td>{entry.decision}</td>
                <td>
                  {entry.state === 'done' ? formats.number(entry.erased) : t.retentionInterrupted}
                  {entry.lastHash !== null && (
                    <div class="retention-id">
                      {t.retentionLastHash}: {entry.lastHash}
                    </div>
                  )}
                </td>
                <td>{formats.number(entry.held)}</td>
                <td>
                  {entry.by ? (
                    <bdi>{entry.by.name}</bdi>
                  ) : entry.byVisitor ? (
                    t.retentionVisitor
                  ) : (
                    t.retentionTimer
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next !== null && <Button onClick={() => void load(next)}>{t.retentionMore}</Button>}
    </div>
  );
}
