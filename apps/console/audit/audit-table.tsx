import type { AuditEntry } from '@lotsa/protocol';
import { useApp } from '../app-context.ts';
import { Table } from '../tables/table.tsx';
import { isSignIn, reasonText } from './reason-text.ts';

/** Entries, the newest first. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  return (
    <Table caption={t.auditCaption} columns={[t.auditWhen, t.auditWho, t.auditWhat, t.auditSubject]}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td>
            <time dateTime={new Date(entry.at).toISOString()}>{formats.dayTime(entry.at)}</time>
          </td>
          <td>
            <bdi>{entry.actorName}</bdi>
          </td>
          <td>
            {t[`auditAction_${entry.action}`]}
            {entry.reason !== null && (
              <p class="audit-reason">
                {isSignIn(entry) ? t.auditBy : t.auditReason}: <bdi>{reasonText(entry, t)}</bdi>
              </p>
            )}
            {entry.change && (
              <details>
                <summary>{t.auditChange}</summary>
                <dl class="audit-change">
                  <dt>{t.auditBefore}</dt>
                  <dd>{shown(entry.change.before)}</dd>
                  <dt>{t.auditAfter}</dt>
                  <dd>{shown(entry.change.after)}</dd>
                </dl>
              </details>
            )}
          </td>
          <td class="audit-subject">{entry.subjectId}</td>
        </tr>
      ))}
    </Table>
  );
}

const shown = (value: object | null): string => (value === null ? '–' : JSON.stringify(value, null, 1));
