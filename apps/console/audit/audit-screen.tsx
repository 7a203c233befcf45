import type { AuditEntry, AuditSelection } from '@lotsa/protocol';
import { Banner, Button, EmptyState, iconAlert, iconLock, Skeleton } from '@lotsa/ui';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { ProvedDownload } from '../security/proved-download.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';
import './audit.css';

const EVERYTHING: AuditSelection = { from: null, to: null };

/** The audit log: looked through, checked, and taken out as a file (rule P7). */
export function AuditScreen() {
  const { staff, i18n } = useApp();
  const { t } = i18n;
  const [selection, setSelection] = useState(EVERYTHING);
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [found, setFound] = useState<{ whole: boolean; text: string } | null>(null);
  const [checking, setChecking] = useState(false);

  async function load(of: AuditSelection, after: string | null) {
    setFailure(null);
    const answer = await staff.ask('audit:list', { ...of, after });
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    setEntries((before) => [...((after !== null && before) || []), ...answer.value.entries]);
    setNext(answer.value.next);
  }
  useEffect(() => {
    void load(selection, null);
    // oxlint-disable-next-line react/exhaustive-deps -- fetched anew with each selection
  }, [staff, selection]);

  async function check() {
    setChecking(true);
    const answer = await staff.ask('audit:verify', {});
    setChecking(false);
    if (!answer.ok) setFound({ whole: false, text: errorText(i18n, answer.error) });
    else if (answer.value.whole) setFound({ whole: true, text: t.auditWhole(answer.value) });
    else setFound({ whole: false, text: t.auditBroken(answer.value) });
  }

  return (
    <div class="audit">
      <AuditFilter onSelect={setSelection} />
      <div class="audit-actions">
        <Button busy={checking} onClick={() => void check()}>
          {t.auditVerify}
        </Button>
        <ProvedDownload href={fileOf(selection, 'csv')}>{t.auditCsv}</ProvedDownload>
        <ProvedDownload href={fileOf(selection, 'json')}>{t.auditJson}</ProvedDownload>
      </div>
      <div role="status" class="audit-found">
        {found && <Banner tone={found.whole ? 'ok' : 'error'}>{found.text}</Banner>}
      </div>
      {failure !== null && (
        <EmptyState
          icon={iconAlert}
          title={t.auditFailed}
          action={<Button onClick={() => void load(selection, null)}>{t.tryAgain}</Button>}
        >
          {failure}
        </EmptyState>
      )}
      {failure === null && entries === null && <Skeleton lines={8} />}
      {entries?.length === 0 && (
        <EmptyState icon={iconLock} title={t.auditNone}>
          {t.auditNoneText}
        </EmptyState>
      )}
      {entries !== null && entries.length > 0 && <AuditTable entries={entries} />}
      {next !== null && <Button onClick={() => void load(selection, next)}>{t.auditMore}</Button>}
    </div>
  );
}

/** Where the same entries are a file. */
function fileOf({ by, from, to }: AuditSelection, format: 'csv' | 'json'): string {
  const query = new URLSearchParams({ format });
  if (by) query.set(by.type, by.id);
  if (from !== null) query.set('from', String(from));
  if (to !== null) query.set('to', String(to));
  return `/api/audit?${query}`;
}
