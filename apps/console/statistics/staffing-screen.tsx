import type { StaffingReport } from '@lotsa/protocol';
import { Banner, EmptyState, iconInbox, SelectField } from '@lotsa/ui';
import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { SiteSelect } from '../names/site-select.tsx';
import { Fetched } from '../fetching/fetched.tsx';
import { useAnswer } from '../fetching/use-answer.ts';
import { duration } from '../lists/duration.ts';
import { Table } from '../tables/table.tsx';
import { Columns } from './columns.tsx';
import { halfHourText } from './figure-text.ts';
import { channelName } from './row-name.ts';
import { lastDays } from './selection-form.tsx';
import './statistics.css';

/** As far back as arrivals are looked at. */
const DAYS = 90;
/** A Sunday, from which weekdays are named. */
const SUNDAY = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

/** Agents that are needed by half hour, beside those who were there. */
export function StaffingScreen() {
  const { staff, state, i18n, now } = useApp();
  const { t, formats } = i18n;
  const sites = state.value.directory?.sites ?? [];
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const [channel, setChannel] = useState<'chat' | 'phone'>('chat');
  const [weekday, setWeekday] = useState<number | null>(null);
  const report = useAnswer(() => {
    const period = lastDays(formats.dayKey(now.value), DAYS);
    return staff.ask('statistics:staffing', { siteId, ...period, channel, weekday });
  }, [siteId, channel, weekday]);

  const weekdayName = new Intl.DateTimeFormat(i18n.lang, { weekday: 'long', timeZone: 'UTC' });
  return (
    <div class="statistics">
      <form class="stat-form" onSubmit={(event) => event.preventDefault()}>
        <SiteSelect value={siteId} onValue={setSiteId} />
        <SelectField
          label={t.statChannel}
          value={channel}
          onValue={(value) => setChannel(value === 'phone' ? 'phone' : 'chat')}
          options={(['chat', 'phone'] as const).map((value) => ({ value, label: channelName(value, i18n) }))}
        />
        <SelectField
          label={t.statWeekday}
          value={weekday === null ? '' : String(weekday)}
          onValue={(value) => setWeekday(value === '' ? null : Number(value))}
          options={[
            { value: '', label: t.statWeekday_all },
            ...[1, 2, 3, 4, 5, 6, 0].map((day) => ({
              value: String(day),
              label: weekdayName.format(SUNDAY + day * DAY),
            })),
          ]}
        />
      </form>
      <Fetched of={report} failed={t.statFailed}>
        {(value) => <Staffing report={value} />}
      </Fetched>
    </div>
  );
}

function Staffing({ report }: { readonly report: StaffingReport }) {
  const { i18n } = useApp();
  const { t, formats } = i18n;
  const { rows, handlingSeconds, patienceSeconds, serviceSeconds, target } = report;
  if (rows.length === 0)
    return (
      <EmptyState icon={iconInbox} title={t.statNone}>
        {t.statStaffingNone}
      </EmptyState>
    );
  const time = (seconds: number): string => duration(seconds * 1000, t);
  const percent = (share: number | null): string =>
    share === null ? '–' : formats.number(share, { style: 'percent' });
  const number = (n: number): string => formats.number(n, { maximumFractionDigits: 1 });
  const most = Math.max(1, ...rows.flatMap(({ needed, present }) => [needed ?? 0, present ?? 0]));
  return (
    <>
      {report.demo && <Banner tone="info">{t.statDemo}</Banner>}
      <p class="stat-hint">
        {t.statStaffingHow({
          target: percent(target),
          within: time(serviceSeconds),
          handling: time(handlingSeconds),
          patience: patienceSeconds === null ? t.statPatienceUnknown : time(patienceSeconds),
          days: formats.number(report.days),
          atOnce: formats.number(report.atOnce),
        })}{' '}
        {report.handlingMeasured ? t.statMeasured : t.statNotMeasured}
      </p>
      <section class="stat-part" aria-labelledby="staffing-title">
        <h3 id="staffing-title">
          {t.statNeeded} ▨ · {t.statPresent} ▬
        </h3>
        <Columns
          most={most}
          columns={rows.map(({ half, needed, present }) => ({
            key: String(half),
            label: halfHourText(half),
            value: needed ?? 0,
            mark: present,
          }))}
        />
        <Table
          caption={`${t.statNeeded} · ${t.statPresent}`}
          columns={[
            t.statHalfHour,
            t.statArrivals,
            t.statNeeded,
            t.statPresent,
            t.statServiceWith,
            t.statAbandonWith,
          ]}
        >
          {rows.map(({ half, arrivals, needed, present, serviceLevel, abandonRate }) => (
            <tr key={half}>
              <th scope="row">{halfHourText(half)}</th>
              <td>{number(arrivals)}</td>
              <td>{needed === null ? '–' : number(needed)}</td>
              <td>{present === null ? t.statNotRecorded : number(present)}</td>
              <td>{percent(serviceLevel)}</td>
              <td>{percent(abandonRate)}</td>
            </tr>
          ))}
        </Table>
      </section>
    </>
  );
}
