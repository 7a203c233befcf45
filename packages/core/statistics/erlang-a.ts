/** What comes to a number of agents. Times in one and the same unit, rates per that unit. */
export interface Load {
  /** Contacts that come in a unit of time. */
  arrivals: number;
  /** Mean time a contact takes. */
  handling: number;
  /** Mean time somebody waits before leaving; null: nobody ever leaves (Erlang C). */
  patience: number | null;
}

/** What becomes of it. */
export interface Queueing {
  /** Share that is answered at once or within the time. */
  serviceLevel: number;
  abandonRate: number;
  /** Mean wait of all, those who leave among them. */
  meanWait: number;
  meanQueue: number;
  /** Share of the agents' time that is taken. */
  occupancy: number;
}

/** Patience of whoever never leaves, in times of handling. */
const FOR_EVER = 1e6;
/** What comes after this share of all states is left out. */
const NEGLIGIBLE = 1e-12;
const MOST_WAITING = 20_000;

/**
 * The queue M/M/n+M, Erlang A (Palm 1957; Garnett, Mandelbaum and Reiman, M&SOM 4 (2002) 208–227): contacts come at random, take
 * an exponential time, wait with exponential patience, and are answered in order by `agents` agents. Exact, by its stationary
 * distribution. With j before somebody in the queue, its wait is a sum of exponentials of rates nμ, nμ+θ … nμ+jθ, so that
 * e^(−θ·wait) is Beta(nμ/θ, j+1).
 * @param within time in which an answer is good service.
 * @throws RangeError for no agents, negative times, or a queue that only grows.
 */
export function erlangA({ arrivals, handling, patience }: Load, agents: number, within: number): Queueing {
  if (!(Number.isInteger(agents) && agents > 0 && arrivals >= 0 && handling > 0 && within >= 0))
    throw new RangeError('agents are a whole number from 1, and times are not negative');
  if (patience !== null && !(patience > 0)) throw new RangeError('patience is more than nothing');
  const mu = 1 / handling;
  const offered = arrivals * handling;
  if (patience === null && offered >= agents) throw new RangeError('the queue only grows');
  const theta = 1 / (patience ?? handling * FOR_EVER);
  if (offered === 0) return { serviceLevel: 1, abandonRate: 0, meanWait: 0, meanQueue: 0, occupancy: 0 };
  // Of the states in which nobody waits, the share in which all agents are taken: Erlang B, by its recursion.
  let taken = 1;
  for (let k = 1; k <= agents; k += 1) taken = (offered * taken) / (k + offered * taken);
  const idle = 1 - taken;
  const busy = offered * idle - agents * taken;
  const c = (agents * mu) / theta;
  const x = Math.exp(-theta * within);
  // I_x(c + 1, j + 1), summed with j: the chance that somebody with j before it has not been reached in time.
  let term = x ** (c + 1);
  let late = term;
  let waiting = 0;
  let queue = 0;
  let inTime = 0;
  for (let j = 0, weight = taken; j < MOST_WAITING; j += 1) {
    waiting += weight;
    queue += weight * j;
    inTime += weight * (c / (c + j + 1)) * Math.max(0, 1 - late);
    term *= ((c + 1 + j) / (j + 1)) * (1 - x);
    late += term;
    weight *= arrivals / (agents * mu + (j + 1) * theta);
    if (weight < NEGLIGIBLE * waiting && j > offered - agents) break;
  }
  const all = idle + waiting;
  const meanQueue = queue / all;
  const left = patience === null ? 0 : (theta * meanQueue) / arrivals;
  return {
    serviceLevel: (idle + inTime) / all,
    abandonRate: left,
    meanWait: meanQueue / arrivals,
    meanQueue,
    occupancy: (busy + waiting * agents) / all / agents,
  };
}

/** More than any centre has. */
const MOST_AGENTS = 2_000;

/** The fewest agents with whom at least `target` of all are answered within the time; null when nobody comes. */
export function agentsNeeded(
  load: Load,
  target: number,
  within: number,
): { agents: number; with: Queueing } | null {
  if (load.arrivals <= 0) return null;
  const least = load.patience === null ? Math.floor(load.arrivals * load.handling) + 1 : 1;
  for (let agents = least; agents <= MOST_AGENTS; agents += 1) {
    const result = erlangA(load, agents, within);
    if (result.serviceLevel >= target) return { agents, with: result };
  }
  return null;
}

/**
 * Mean patience from waits, by maximum likelihood for exponential patience: whoever was answered would have waited longer. All
 * waits together, divided by those who left; null when nobody did.
 */
export function patienceOf(waits: readonly { wait: number; abandoned: boolean }[]): number | null {
  const left = waits.filter(({ abandoned }) => abandoned).length;
  if (left === 0) return null;
  return waits.reduce((sum, { wait }) => sum + wait, 0) / left;
}
