import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Conversation, LIMITS } from '@lotsa/protocol';
import express from 'express';
import { Server } from 'socket.io';
import { createBans } from './abuse/bans.ts';
import { createGlass } from './glass.ts';
import { createNewcomers } from './abuse/newcomers.ts';
import { createCases } from './cases/cases.ts';
import { noteUndelivered } from './cases/undelivered.ts';
import type { Context } from './context.ts';
import { createAudit } from './audit/audit.ts';
import { createBoard } from './board.ts';
import { type Appended, createConversations } from './conversations.ts';
import { directoryReader } from './directory.ts';
import { createFeedback } from './feedback/feedback.ts';
import { createFiles } from './files/files.ts';
import { createAdmission } from './admission.ts';
import { followStore } from './follow-store.ts';
import { createMetrics } from './http/metrics.ts';
import { queueMetrics } from './http/queue-metrics.ts';
import { isOwnOrigin } from './http/origin.ts';
import { httpRoutes } from './http/routes.ts';
import { createIntegrations } from './integrations/integrations.ts';
import { startJobs } from './jobs.ts';
import { createHelpCounts } from './knowledge/help-counts.ts';
import { createEarlierAnswers } from './knowledge/earlier-answers.ts';
import { createGuides } from './knowledge/guides.ts';
import { createSynonyms } from './knowledge/synonyms.ts';
import { createKnowledge } from './knowledge/knowledge.ts';
import { createLeases } from './leases.ts';
import { createMailReader } from './incoming-mail/reader.ts';
import { createMailOutbox } from './mail/outbox.ts';
import { createPostman } from './mail/postman.ts';
import { createPeople } from './people.ts';
import { createPresence } from './presence.ts';
import { deactivate } from './settings/deactivate.ts';
import { createSettingsNews } from './settings/news.ts';
import { createSettings } from './settings/settings.ts';
import { createRegistry } from './registry/registry.ts';
import { createRetention } from './retention/retention.ts';
import { createReopening } from './reopening.ts';
import { createRouter } from './routing.ts';
import { corkWrites } from './sockets/cork.ts';
import { fanout, tellCentre } from './sockets/fanout.ts';
import { createGates, RETRY_AFTER_MS } from './sockets/gate.ts';
import { createDoorkeeper } from './sockets/doorkeeper.ts';
import { createSocketMetrics } from './sockets/metrics.ts';
import { createListNews } from './sockets/list-news.ts';
import type { Relay } from './sockets/relay.ts';
import { hearing } from './sockets/heard.ts';
import { type AdapterFactory, rooms, type StaffNamespace, type VisitorNamespace } from './sockets/server.ts';
import { skipNobody } from './sockets/skip-nobody.ts';
import { cutSlowReaders } from './sockets/slow-readers.ts';
import { createPromiseNews } from './sockets/promise-news.ts';
import { suspectAddressOf } from './sockets/staff-bans.ts';
import { serveStaff } from './sockets/staff.ts';
import { tellCase } from './sockets/tell-case.ts';
import { textParser } from './sockets/text-parser.ts';
import { serveVisitors } from './sockets/visitor.ts';
import { createStatDays } from './statistics/stat-days.ts';
import { createStatistics } from './statistics/statistics.ts';
import { createWaiting } from './waiting.ts';
import { tellOfStopped } from './webhooks/stopped.ts';

/** A relay that has been put together. */
export interface App {
  /** Starts to answer; port 0 takes any free one. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Looks at once at whatever has become due; timers do so by themselves. */
  sweep(): Promise<void>;
  /** Stops accepting, finishes what was begun, tells clients to come back, and lets go (rule D7). */
  close(): Promise<void>;
}

/** A handshake that is not finished by then is cut (sockets that never send CONNECT would live for 45 s). */
const CONNECT_TIMEOUT_MS = 10_000;
/** A request that is not whole by then is cut: whoever sends one byte at a time holds nothing for long. */
const SLOW_REQUESTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
} as const;
/** What was begun has this long to finish; the whole of closing takes less than 10 s. */
const DRAIN_MS = 5_000;

/**
 * Puts a relay together. Nothing is shared between two of them, so that tests can run several.
 * @param setupToken opens `POST /api/setup`, while the store has no users.
 * @param adapter reaches the clients of other relays on the same store; this relay is not told by them without it.
 */
export function createApp(context: Context, setupToken?: string, adapter?: AdapterFactory): App {
  const { config, storage, log, now } = context;
  const state = { draining: false };
  const metrics = createMetrics();
  const directory = directoryReader(storage, now);
  const presence = createPresence(context);

  const http = express();
  const server = createServer(SLOW_REQUESTS, http);
  const door = createDoorkeeper(config.connections, config.trustProxy);
  const io = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: LIMITS.frame,
    connectTimeout: CONNECT_TIMEOUT_MS,
    perMessageDeflate: false,
    parser: textParser,
    httpCompression: false,
    ...(adapter && { adapter: hearing(adapter, (conversation) => toldOf(conversation)) }),
    // A page that is not ours gets no socket, whatever cookies its browser would send along.
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      const ours = origin === undefined || isOwnOrigin(origin, host, config);
      if (ours) door.admit(request, (admitted) => decide(null, admitted && !state.draining));
      else decide(null, false);
    },
  });
  const visitors: VisitorNamespace = io.of('/visitor');
  const staff: StaffNamespace = io.of('/staff');
  // Nobody has business in the main namespace.
  io.use((_socket, next) => next(new Error('not_found')));
  const figures = createSocketMetrics(metrics.registry, () => ({
    visitor: visitors.sockets.size,
    staff: staff.sockets.size,
  }));
  const gates = createGates(figures);
  if (!adapter) for (const namespace of [visitors, staff]) skipNobody(namespace);
  corkWrites(io.engine);
  cutSlowReaders(io.engine, figures.cut);
  door.watch(io.engine);

  // Each relay tells its own clients of places, offers and colleagues: all read the same store.
  const waiting = createWaiting(context, presence, (conversation, place) =>
    visitors.local
      .to(rooms.visitor(conversation.visitorId))
      .emit('queue:moved', { conversationId: conversation.id, ...place }),
  );
  const people = createPeople(context, presence, directory, {
    colleague: (colleague) => staff.local.emit('colleague:changed', colleague),
    offer: (site, offer) => visitors.local.to(rooms.site(site.id)).emit('offer:changed', offer),
  });
  const lists = createListNews((changed) => tellCentre(staff, changed));
  const localLists = createListNews((changed) => tellCentre(staff.local, changed));
  const admission = createAdmission(() => performance.now(), figures.stored);
  queueMetrics(metrics.registry, context, directory, admission);
  const audit = createAudit(context);
  const integrations = createIntegrations(context, audit, {
    cases: () => cases,
    stopped: (webhook) => tellOfStopped(relay, webhook),
  });
  const conversations = createConversations(
    context,
    (appended) => {
      fanout(visitors, staff, lists, appended);
      toldOf(appended.conversation, appended.before);
      promises.appended(appended);
      integrations.appended(appended);
      figures.told(Math.max(0, now() - appended.message.at));
      if (appended.message.kind === 'event' || !appended.before) {
        router.changed();
        board.changed();
      }
    },
    admission,
  );
  const promises = createPromiseNews(context, staff, conversations.load);
  // Nobody else writes to an embedded store: nothing of it is missed.
  const following =
    config.database.kind === 'embedded'
      ? undefined
      : followStore(context, (missed: Appended) => {
          fanout(visitors.local, staff.local, localLists, missed);
          toldOf(missed.conversation);
        });

  /** The clients here know of a conversation as it is now, by this relay or another. */
  function toldOf(conversation: Conversation, before?: Conversation): void {
    const knownAs = following?.told(conversation) ?? before;
    if (knownAs?.status === conversation.status) return;
    waiting.changed(conversation.siteId);
    board.changed();
  }

  const leases = createLeases(context);
  /** Somebody here came, left or changed status, or did so through another relay. */
  const peopleChanged = (): void => {
    people.changed();
    router.changed();
    board.changed();
  };
  staff.on('people:changed', peopleChanged);
  const availabilityChanged = (): void => {
    peopleChanged();
    if (adapter) staff.serverSideEmit('people:changed');
  };
  const board = createBoard(
    context,
    { presence, directory },
    {
      // Each relay tells those who watch through it.
      watched: () => staff.adapter.rooms.has(rooms.board),
      tell: (now) => staff.local.to(rooms.board).emit('board:changed', now),
    },
  );
  const router = createRouter(context, { conversations, presence, leases, directory, availabilityChanged });

  const news = createSettingsNews(context, {
    directory,
    forget: () => directory.forget(),
    applied: peopleChanged,
    visitors,
    staff,
  });
  const settings = createSettings(context, {
    audit,
    changed: () => news.changed(),
    deactivated: (user) => deactivate(relay, user),
  });
  const cases = createCases(context, (changed) => {
    tellCase(staff, changed);
    promises.caseChanged(changed);
    integrations.caseChanged(changed);
  });

  const newcomers = createNewcomers(config.newcomers, now);
  const suspect = (visitorId: string, until: number): void =>
    suspectAddressOf({ visitors, newcomers, context }, visitorId, until);
  staff.on('visitor:banned', suspect);
  const postman = createPostman(context, directory, (mail) => noteUndelivered({ cases, context }, mail));

  const knowledge = createKnowledge(context, directory);
  const knowledgeChanged = (): void => {
    knowledge.changed();
    // What is stored is stored: it takes effect at the next look.
    news.changed().catch((error: unknown) => log.warn({ err: error }, 'a change was not told'));
  };

  const statDays = createStatDays(context, { leases, directory, presence });

  const feedback = createFeedback(context, { audit, directory, days: statDays });
  const files = createFiles(context);
  const bans = createBans(context);
  const earlierAnswers = createEarlierAnswers(context, knowledge);
  const relay: Relay = {
    context,
    conversations,
    cases,
    files,
    retention: createRetention({ context, conversations, files, earlierAnswers, bans, leases, feedback }),
    integrations,
    registry: createRegistry({ context, conversations, cases, leases, directory }),
    knowledge,
    guides: createGuides(context, audit, knowledgeChanged),
    synonyms: createSynonyms(context, audit, knowledgeChanged),
    helpCounts: createHelpCounts(context, (...judged) => integrations.judged(...judged)),
    earlierAnswers,
    admission,
    newcomers,
    bans,
    glass: createGlass(context, conversations),
    presence,
    waiting,
    leases,
    router,
    board,
    audit,
    settings,
    statDays,
    statistics: createStatistics(context, { days: statDays, directory, board, audit }),
    feedback,
    settingsChanged: () => news.changed(),
    reopening: createReopening(context, conversations),
    mail: createMailOutbox(context, () => postman.hurry()),
    postman,
    get mailReader() {
      return mailReader;
    },
    directory,
    visitors,
    staff,
    gate: (key) => gates.of(key),
    availabilityChanged,
    banned(visitorId, until) {
      suspect(visitorId, until);
      if (adapter) staff.serverSideEmit('visitor:banned', visitorId, until);
    },
  };
  const mailReader = createMailReader(relay);
  serveVisitors(relay);
  serveStaff(relay);
  httpRoutes(http, relay, { metrics, setupToken, isDraining: () => state.draining });
  const jobs = startJobs(
    relay,
    () => new Set([...staff.sockets.values()].map((socket) => socket.data.user.id)),
  );

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          log.info({ port: (server.address() as AddressInfo).port }, 'listening');
          resolve({ port: (server.address() as AddressInfo).port });
        });
      }),
    sweep: () => jobs.sweep(),
    async close() {
      state.draining = true;
      jobs.stop();
      people.stop();
      following?.stop();
      news.stop();
      router.stop();
      board.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      visitors.local.emit('relay:draining', { retryAfterMs: RETRY_AFTER_MS });
      staff.local.emit('relay:draining', { retryAfterMs: RETRY_AFTER_MS });
      await Promise.all([gates.drain(DRAIN_MS), postman.stop(), mailReader.stop(), integrations.stop()]);
      lists.flush();
      localLists.flush();
      waiting.stop();
      // What was told in this turn of the loop is written at its end.
      await new Promise((resolve) => setImmediate(resolve));
      // Closing the connection below Socket.IO leaves the clients to come back by themselves.
      io.engine.close();
      server.closeAllConnections();
      await closed;
      log.info('closed');
    },
  };
}
