import type { StatReport, StatSelection, StatSettings } from '@lotsa/protocol';
import { Banner, EmptyState, iconInbox, Skeleton } from '@lotsa/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { errorText } from '../errors/error-text.ts';
import { Failed } from '../fetching/failed.tsx';
import { ProvedDownload } from '../security/proved-download.tsx';
import { Breakdown, OverTime } from './breakdown.tsx';
import { Definitions } from './definitions.tsx';
import { KeyFigures } from './key-figures.tsx';
import { lastDays, SelectionForm } from './selection-form.tsx';
import './statistics.css';

/** The statistics of the centre, or of a coordinator's departments. */
export function StatisticsScreen() {
  const { staff, state, i18n, now } = useApp();
  const { t, formats } = i18n;
  const [selection, setSelection] = useState<StatSelection>(() => ({
    siteId: state.value.directory?.sites[0]?.id ?? '',
    ...lastDays(formats.dayKey(now.value), 30),
    channel: null,
    departmentId: null,
    topicId: null,
    language: null,
    compare: 'before',
  }));
  const [report, setReport] = useState<StatReport | null>(null);
  const [settings, setSettings] = useState<StatSettings | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const turn = useRef(0);

  async function load(of: StatSelection) {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    setFailure(null);
    const [answer, targets] = await Promise.all([
      staff.ask('statistics:get', of),
      staff.ask('statistics:targets', { siteId: of.siteId }),
    ]);
    // Another choice was made meanwhile.
    if (mine !== turn.current) return;
    setBusy(false);
    if (!answer.ok) return setFailure(errorText(i18n, answer.error));
    if (!targets.ok) return setFailure(errorText(i18n, targets.error));
    setReport(answer.value);
    setSettings(targets.value);
  }
  useEffect(() => {
    void load(selection);
    // oxlint-disable-next-line react/exhaustive-deps -- fetched anew with each selection
  }, [staff, selection]);

  return (
    <div class="statistics" aria-busy={busy}>
      <SelectionForm selection={selection} onSelect={setSelection} />
      <div class="stat-files">
        <ProvedDownload href={fileOf(selection, 'csv')}>{t.statCsv}</ProvedDownload>
        <ProvedDownload href={fileOf(selection, 'json')}>{t.statJson}</ProvedDownload>
      </div>
      {report?.demo && <Banner tone="info">{t.statDemo}</Banner>}
      {failure !== null && (
        <Failed title={t.statFailed} onAgain={() => void load(selection)}>
          {failure}
        </Failed>
      )}
      {failure === null && (!report || !settings) && <Skeleton lines={8} />}
      {failure === null && report && settings && (
        <>
          {report.figures.contacts.of === 0 ? (
            <EmptyState icon={iconInbox} title={t.statNone}>
              {t.statNoneText}
            </EmptyState>
          ) : (
            <>
              <KeyFigures report={report} settings={settings} />
              <OverTime series={report.series} />
              <Breakdown by={report.by} />
            </>
          )}
          <Definitions />
        </>
      )}
    </div>
  );
}

function fileOf(selection: StatSelection, format: 'csv' | 'json'): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(selection)) if (value !== null) query.set(name, value);
  return `/api/statistics?${query}`;
}
