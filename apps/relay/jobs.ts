import { createCaseAlerts } from './cases/case-alerts.ts';
import { sweepCaseMails } from './cases/case-mails.ts';
import { mendCaseGlass } from './cases/mend-glass.ts';
import { createHandoffWatch } from './handoff-watch.ts';
import { createArrivingGaps } from './feedback/arriving-gaps.ts';
import { createMonthMails } from './feedback/month-mails.ts';
import { createSurveyRounds } from './feedback/survey-rounds.ts';
import { createGapDigests } from './feedback/gap-digests.ts';
import { createDigests } from './mail/digests.ts';
import { createHandoffMails } from './mail/handoff-mails.ts';
import { createReviewMails } from './mail/review-mails.ts';
import { createOwnerWatch } from './owner-watch.ts';
import { HEARTBEAT_MS } from './presence.ts';
import type { Relay } from './sockets/relay.ts';
import { createVisitorWatch } from './visitor-watch.ts';

const SWEEP_MS = 5_000;
const RETENTION_MS = 60_000;
const MAILBOX_MS = 30_000;
const BATCH = 200;

/** What Lotsa does when a time has passed. Several relays may do it at once: one append wins, the rest is refused. */
export interface Jobs {
  /** Looks once at everything that may be due; retention has a time of its own. */
  sweep(): Promise<void>;
  stop(): void;
}

/** Starts them. `connected` names the users whose consoles are connected to this relay. */
export function startJobs(relay: Relay, connected: () => Iterable<string>): Jobs {
  const { context, presence } = relay;
  const { storage, now, log } = context;
  const visitorWatch = createVisitorWatch(relay);
  const handoffWatch = createHandoffWatch(relay);
  const ownerWatch = createOwnerWatch(relay);
  const handoffMails = createHandoffMails(relay);
  const digests = createDigests(relay);
  const caseAlerts = createCaseAlerts(relay);
  const arrivingGaps = createArrivingGaps(relay);
  const gapDigests = createGapDigests(relay);
  const reviewMails = createReviewMails(relay);
  const monthMails = createMonthMails(relay);
  const surveyRounds = createSurveyRounds(relay);
  let beatAt = 0;
  let beating = Promise.resolve();

  /** Each by itself: what fails or hangs holds nothing else up. */
  const sweeps: Record<string, () => Promise<unknown>> = {
    handoffs: () => handoffWatch.look(),
    owners: () => ownerWatch.look(),
    files: () => relay.files.removeStray(),
    helpCounts: () => relay.helpCounts.removeOld(),
    guides: () => relay.guides.publishDue(),
    earlierAnswers: () => relay.earlierAnswers.gather(),
    statDays: () => relay.statDays.look(),
    bans: () => relay.bans.removeEnded(),
    glass: () => relay.glass.look(),
    caseMails: () => sweepCaseMails(relay),
    caseGlass: () => mendCaseGlass(relay),
    routing: () => relay.router.look(),
    visitors: () => visitorWatch.look(),
    handoffMails: () => handoffMails.look(),
    digests: () => digests.look(),
    arrivingGaps: () => arrivingGaps.look(),
    gapDigests: () => gapDigests.look(),
    monthMails: () => monthMails.look(),
    surveyRounds: () => surveyRounds.look(),
    reviewMails: () => reviewMails.look(),
    caseAlerts: () => caseAlerts.look(),
    sessions: () =>
      storage.remove('sessions', {
        index: 'byExpiry',
        range: { field: 'expiresAt', lte: now() },
        limit: BATCH,
      }),
    mail: () => relay.postman.look(),
    webhooks: () => relay.integrations.look(),
    handovers: () => relay.integrations.handingOver.look(),
  };

  /** Says who is connected here. One that failed is tried again by the next. */
  function beat(): Promise<void> {
    if (now() - beatAt < HEARTBEAT_MS) return beating;
    beatAt = now();
    beating = (async () => {
      try {
        for (const userId of connected()) await presence.beat(userId);
        relay.availabilityChanged();
      } catch (error) {
        beatAt = 0;
        throw error;
      }
    })();
    return beating;
  }

  const every = (ms: number, name: string, job: () => Promise<unknown>): NodeJS.Timeout => {
    let running = false;
    let failing = false;
    return setInterval(() => {
      // A storage that hangs must not pile up jobs.
      if (running) return;
      running = true;
      job()
        .then(() => {
          if (failing) log.info({ job: name }, 'job works again');
          failing = false;
        })
        .catch((error: unknown) => {
          // Once is enough: a storage that is down fails all of them, again and again.
          log[failing ? 'debug' : 'warn']({ err: error, job: name }, 'job failed; it is tried again');
          failing = true;
        })
        .finally(() => {
          running = false;
        });
    }, ms);
  };
  const timers = [
    every(HEARTBEAT_MS, 'heartbeat', beat),
    every(RETENTION_MS, 'retention', () => relay.retention.look()),
    ...Object.entries(sweeps).map(([name, job]) =>
      every(SWEEP_MS, name, async () => {
        // Before anything else: whoever is connected was never gone, however long the storage was.
        await beat();
        await job();
      }),
    ),
    every(MAILBOX_MS, 'mailbox', () => relay.mailReader.look()),
  ];

  return {
    async sweep() {
      await beat();
      // Mail first: what it causes is sent by the job of that name.
      await relay.mailReader.look();
      for (const job of Object.values(sweeps)) await job();
    },
    stop: () => timers.forEach(clearInterval),
  };
}
