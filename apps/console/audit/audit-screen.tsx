import type { AuditSelection } from '@lotsa/protocol';
import { Banner, Button, EmptyState, iconLock } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Paged } from '../fetching/paged.tsx';
import { usePages } from '../fetching/use-pages.ts';
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
  const pages = usePages(
    (after) => staff.ask('audit:list', { ...selection, after }),
    ({ entries }) => entries,
    [selection],
  );
  const [found, setFound] = useState<{ whole: boolean; text: string } | null>(null);
  const [checking, setChecking] = useState(false);

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
      <Paged
        pages={pages}
        failed={t.auditFailed}
        none={
          <EmptyState icon={iconLock} title={t.auditNone}>
            {t.auditNoneText}
          </EmptyState>
        }
      >
        {(entries) => <AuditTable entries={entries} />}
      </Paged>
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
