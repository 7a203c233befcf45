import type { OpeningHours, StaffingReport, StaffingRow, StatTargets } from '@lotsa/protocol';
import { addDays, type LocalDate, WEEKDAYS, weekdayOf } from '../local-time.ts';
import { openIntervals } from '../opening-hours.ts';
import { agentsNeeded, patienceOf } from './erlang-a.ts';
import { mean } from './measures.ts';
import type { FactDay } from './report.ts';

/** Agents that were there on a day, by half hour: how many were counted, and how often it was looked. */
export interface PresenceDay {
  day: LocalDate;
  counted: readonly number[];
  looks: readonly number[];
}

const HALVES = 48;
const HALF_HOUR_S = 1_800;
/** Handling is measured only of at least so many contacts. */
const LEAST_MEASURED = 30;
/** Without anybody having left yet, people are taken to wait for so many times the handling. */
const PATIENT = 3;

/** What is asked about staffing. */
export interface StaffingQuestion {
  from: LocalDate;
  to: LocalDate;
  channel: 'chat' | 'phone';
  /** 0 is Sunday; null is Monday to Friday. */
  weekday: number | null;
}

/**
 * Agents that are needed by half hour of a weekday, by Erlang A, beside those who were there. An agent with several chats at once
 * counts as several: each chat takes its whole time.
 */
export function staffingOf(
  days: readonly FactDay[],
  presence: readonly PresenceDay[],
  hours: OpeningHours,
  settings: Pick<StatTargets, 'targets' | 'serviceSeconds' | 'handlingSeconds' | 'chatsAtOnce'>,
  { from, to, channel, weekday }: StaffingQuestion,
): Omit<StaffingReport, 'demo'> {
  const fits = (day: LocalDate): boolean => {
    const at = WEEKDAYS.indexOf(weekdayOf(day));
    const chosen = weekday === null ? at >= 1 && at <= 5 : at === weekday;
    return chosen && day >= from && day <= to && openIntervals(hours, day).length > 0;
  };
  let open = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (fits(day)) open += 1;
  const facts = days.flatMap(({ day, facts: all }) => {
    // What ended on a day began on a few, and many began on each.
    const began = new Map<number, boolean>();
    return all.filter((fact) => {
      if (fact.channel !== channel || fact.followUp) return false;
      const known = began.get(fact.age) ?? fits(addDays(day, -fact.age));
      began.set(fact.age, known);
      return known;
    });
  });
  const arrivals = Array.from({ length: HALVES }, () => 0);
  for (const { half } of facts) arrivals[half] = (arrivals[half] ?? 0) + 1;
  const measured = facts.flatMap(({ handling }) => handling ?? []);
  const handlingMeasured = measured.length >= LEAST_MEASURED;
  const taken = (handlingMeasured ? mean(measured) : null) ?? settings.handlingSeconds[channel];
  // No time at all cannot be reckoned with.
  const handling = Math.max(1, taken);
  const patience = patienceOf(
    facts.flatMap(({ wait, abandoned, answered }) =>
      wait !== null && (abandoned || answered) ? [{ wait, abandoned }] : [],
    ),
  );
  const within = settings.serviceSeconds[channel];
  const target = settings.targets.serviceLevel ?? 0.8;
  const atOnce = channel === 'chat' ? settings.chatsAtOnce : 1;
  const there = presence.filter(({ day }) => fits(day));
  const rows = arrivals.map((all, half): StaffingRow => {
    const average = open === 0 ? 0 : all / open;
    const load = {
      arrivals: average / HALF_HOUR_S,
      handling,
      patience: patience === null || patience <= 0 ? PATIENT * handling : patience,
    };
    const places = agentsNeeded(load, target, within);
    const looks = there.reduce((sum, day) => sum + (day.looks[half] ?? 0), 0);
    const counted = there.reduce((sum, day) => sum + (day.counted[half] ?? 0), 0);
    return {
      half,
      arrivals: average,
      needed: places && Math.ceil(places.agents / atOnce),
      serviceLevel: places && places.with.serviceLevel,
      abandonRate: places && places.with.abandonRate,
      present: looks === 0 ? null : counted / looks,
    };
  });
  return {
    rows: rows.filter(({ arrivals: some, present }) => some > 0 || (present ?? 0) > 0),
    days: open,
    handlingSeconds: handling,
    handlingMeasured,
    patienceSeconds: patience,
    serviceSeconds: within,
    target,
    atOnce,
  };
}
