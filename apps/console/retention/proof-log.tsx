import { EmptyState, iconCheck } from '@lotsa/ui';
import { useApp } from '../app-context.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
import { Table } from '../tables/table.tsx';

/** What was erased: when, by which rule and decision, and how much. */
export function ProofLog() {
  const { staff, i18n } = useApp();
  const { t, formats } = i18n;
  const pages = usePages(
    (after) => staff.ask('retention:log', { after }),
    ({ entries }) => entries,
  );
  return (
    <div class="retention">
      <Paged
        pages={pages}
        failed={t.retentionFailed}
        none={
          <EmptyState icon={iconCheck} title={t.retentionLogNone}>
            {t.retentionLogNoneText}
          </EmptyState>
        }
      >
        {(entries) => (
          <Table
            caption={t.retentionLog}
            columns={[
              t.retentionWhen,
              t.retentionRule,
              t.retentionDecision,
              t.retentionDone,
              t.retentionHeldHead,
              t.retentionBy,
            ]}
          >
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
          </Table>
        )}
      </Paged>
    </div>
  );
}
