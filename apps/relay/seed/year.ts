import { addDays, isWorkingDay, type LocalDate, packFact, type PackedFact, weekdayOf } from '@lotsa/core';
import type { ContactFact, HandoffFact, Topic } from '@lotsa/protocol';
import type { StatDayDoc, Storage } from '@lotsa/storage';

/** How Ekhamra's contacts are spread: shares of the municipality's description (`seedGenerator`), about 1.7 an inhabitant. */
const CONTACTS_A_YEAR = 70_000;
const CHANNELS = { phone: 0.62, email: 0.14, chat: 0.1, form: 0.08, visit: 0.06 } as const;
const WEEKDAY: Record<string, number> = { mon: 1.3, tue: 1.08, wed: 0.98, thu: 0.92, fri: 0.72 };
const HOURS = { 8: 0.09, 9: 0.15, 10: 0.15, 11: 0.12, 12: 0.09, 13: 0.13, 14: 0.12, 15: 0.09, 16: 0.06 };
const MONTHS = [1.08, 0.98, 1.02, 0.98, 1.02, 0.92, 0.7, 1.22, 1.12, 1.04, 1.02, 0.9];
const LANGUAGES = { sv: 0.87, en: 0.07, ar: 0.05, fi: 0.01 };
const STARS = { 1: 0.08, 2: 0.05, 3: 0.09, 4: 0.2, 5: 0.58 };
const RATED = 0.18;
const REOPENED = 0.04;
const ABANDONED = 0.07;
const HANDED_OFF = 0.272;
/** Working days of a year, about: what {@link WEEKDAY} and {@link MONTHS} multiply has a mean of one. */
const WORKING_DAYS = 250;

/** What is made of which the site has its own. */
export interface YearOf {
  siteId: string;
  topics: readonly Pick<Topic, 'id' | 'departmentId'>[];
  questions: readonly string[];
}

/** Numbers from 0 to 1 that look random, and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(shares: Readonly<Record<string, number>>, random: () => number): string {
  let left = random() * Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const [key, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return key;
  }
  return Object.keys(shares)[0] ?? '';
}

/** The days from one to another with made-up contacts: a year has about seventy thousand. The same for the same seed. */
export function madeUpDays(
  { siteId, topics, questions }: YearOf,
  from: LocalDate,
  to: LocalDate,
  seed = 1,
): StatDayDoc[] {
  const docs: StatDayDoc[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    // Each day has numbers of its own, so that it is the same in whichever period it is made.
    const random = seeded(seed + Math.round(Date.parse(day) / 86_400_000));
    const usual = WEEKDAY[weekdayOf(day)] ?? 0;
    const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? 1;
    const share = isWorkingDay(day) ? usual * month * (0.9 + 0.2 * random()) : 0;
    const facts: PackedFact[] = [];
    for (let left = Math.round((CONTACTS_A_YEAR / WORKING_DAYS) * share); left > 0; left -= 1)
      facts.push(packFact(madeUpFact(topics, questions, random)));
    docs.push({ id: `${siteId}:${day}`, siteId, day, facts, pages: [], final: 1, builtAt: 0, demo: true });
  }
  return docs;
}

function madeUpFact(
  topics: YearOf['topics'],
  questions: readonly string[],
  random: () => number,
): ContactFact {
  const channel = pick(CHANNELS, random) as keyof typeof CHANNELS;
  const hour = Number(pick(HOURS, random));
  const half = hour * 2 + (random() < 0.5 ? 0 : 1);
  // Some topics are asked about more than others: the earlier in the list, the more.
  const topic = topics[Math.floor(topics.length * random() ** 1.6)];
  const departmentId = topic?.departmentId ?? null;
  const waited = channel === 'chat' || channel === 'phone';
  const crowded = hour >= 9 && hour <= 10 ? 1.6 : 1;
  const wait = waited ? Math.round(-Math.log(1 - random()) * (channel === 'chat' ? 28 : 75) * crowded) : null;
  const abandoned = waited && random() < ABANDONED * crowded;
  const handed = !abandoned && departmentId !== null && random() < HANDED_OFF;
  const transfer = handed && random() < 0.2;
  const handoffs: HandoffFact[] =
    handed && departmentId !== null
      ? [
          {
            mode: channel === 'form' ? 'case' : transfer ? 'transfer' : random() < 0.6 ? 'consult' : 'join',
            departmentId,
            inTime: random() < 0.86,
          },
        ]
      : [];
  const reopened = random() < REOPENED;
  const rated = !abandoned && random() < RATED;
  const score = (): number => Number(pick(STARS, random));
  return {
    half,
    age: 0,
    channel,
    topicId: topic?.id ?? null,
    departmentId,
    language: pick(LANGUAGES, random),
    outcome: abandoned
      ? 'abandoned'
      : handed
        ? 'answeredBySpecialist'
        : random() < 0.56
          ? 'guided'
          : 'answered',
    followUp: false,
    answered: !abandoned,
    abandoned,
    wait,
    // A median of nine minutes and a mean of twelve.
    handling:
      waited && !abandoned
        ? Math.round(60 * 9 * Math.exp(0.76 * normal(random)) * (channel === 'chat' ? 1 : 0.45))
        : null,
    hops: transfer ? 1 : 0,
    solved: !abandoned && !handed && !reopened,
    writtenInTime: channel === 'form' ? random() < 0.93 : null,
    handoffs,
    scores: rated ? Object.fromEntries(questions.map((question) => [question, score()])) : {},
  };
}

/** Box and Muller. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Two years back: each day has the one a year before it to be compared with. */
const DAYS_BACK = 730;

/**
 * Gives a site without any statistics a history that is made up, and marked so, up to the day before today; what was really counted is left as it is.
 * @returns how many days.
 */
export async function seedHistory(storage: Storage, siteId: string, today: LocalDate): Promise<number> {
  const has = await storage.count('statDays', { index: 'byDay', equals: { siteId }, limit: 1 });
  const site = await storage.get('sites', siteId);
  if (has > 0 || !site) return 0;
  const { docs: topics } = await storage.find('topics', { index: 'all', limit: 1_000 });
  const of = { siteId, topics, questions: site.survey.map(({ id }) => id) };
  const days = madeUpDays(of, addDays(today, -DAYS_BACK), addDays(today, -1));
  return storage.insert('statDays', days);
}
