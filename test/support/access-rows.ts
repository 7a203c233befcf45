import { randomUUID } from 'node:crypto';
import { firstFeedbackSettings, firstStatSettings } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import type { Stage } from './conversation-stages.ts';

/** What is entered of a person's request about its data. */
const SUBJECT = {
  name: 'Kim',
  replyTo: '',
  language: 'sv',
  receivedAt: 1,
  identity: 'none',
  identityNote: '',
  terms: ['kim@example.se'],
  note: '',
};
const noRequest = () => ({ requestId: randomUUID(), revision: 0 });
/** A webhook that there is none of. */
const NO_HOOK = 'wh_0123456789ab';

type Payload = (change: { conversationId: string; id: string }, conversation: Conversation) => object;
const handoffId = ({ handoffs }: Conversation): string => handoffs.at(-1)?.id ?? randomUUID();
const only = ({ conversationId }: { conversationId: string }) => ({ conversationId });
const recordOf = ({ id }: { id: string }) => ({ type: 'conversation', id });
const list = (box: string): [Stage, Payload] => ['queued', () => ({ box, after: null })];

const caseList = (box: string, departmentId: string | null = null): [Stage, Payload] => [
  'queued',
  () => ({ box, departmentId, after: null }),
];
/** The case that the glass is broken of. */
export const GLASS_CASE = 'EKH-2021-000003';
/** The case of each kind that there is; its words are the department's. */
export const caseOf = ({ secret }: Pick<Conversation, 'secret'>): string => `EKH-2020-00000${secret ? 2 : 1}`;

/** What is asked in each row, of a conversation at which stage. */
export const STAFF_ROWS: Record<string, [Stage, Payload]> = {
  'console:open': ['queued', () => ({})],
  'availability:set': ['queued', () => ({ availability: 'available' })],
  'conversations:list queue': list('queue'),
  'conversations:list mine': list('mine'),
  'conversations:list handoffs': list('handoffs'),
  'conversations:list all': list('all'),
  'conversations:list closed': list('closed'),
  'conversation:resume': ['requested', (to) => ({ ...only(to), after: 0 })],
  'conversations:earlier': ['requested', only],
  'conversation:leave': ['requested', only],
  'conversation:claim': ['queued', (to) => to],
  'conversation:decline': ['offered', (to) => to],
  'conversation:assign': ['requested', (to) => ({ ...to, userId: 'agent-02' })],
  'conversations:hand-over': ['queued', ({ id }) => ({ id, userId: 'agent-02' })],
  'conversation:release': ['requested', (to) => to],
  'conversation:close': ['requested', (to) => ({ ...to, outcome: 'answered', topicId: 'bygglov' })],
  'conversation:mark-secret': ['requested', (to) => ({ ...to, secret: true, protectedIdentity: false })],
  'conversation:break-glass': ['requested', (to) => ({ ...to, reason: 'Tillsyn' })],
  'message:send text': ['requested', (to) => ({ ...to, kind: 'text', text: 'Hej' })],
  'message:send note': ['requested', (to) => ({ ...to, kind: 'note', text: 'Hej' })],
  'messages:mark': ['requested', (to) => ({ ...only(to), delivered: 1, read: 1 })],
  'typing:set': ['requested', (to) => ({ ...only(to), typing: true })],
  'contact:register': [
    'queued',
    ({ id }) => ({
      conversationId: randomUUID(),
      id,
      siteId: 'ekhamra',
      channel: 'phone',
      language: 'sv',
      topicId: 'bygglov',
      outcome: 'guided',
      note: null,
    }),
  ],
  'board:watch': ['queued', () => ({})],
  'board:leave': ['queued', () => ({})],
  'handoff:request': [
    'requested',
    (to) => ({
      ...to,
      mode: 'consult',
      departmentId: 'SBF',
      userId: null,
      question: 'Får hon?',
      reason: 'Vet inte',
    }),
  ],
  'handoff:approve': ['third', (to, c) => ({ ...to, handoffId: handoffId(c) })],
  'handoff:accept': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c) })],
  'handoff:decline': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c), reason: 'Inte vi' })],
  'handoff:withdraw': ['requested', (to, c) => ({ ...to, handoffId: handoffId(c) })],
  'handoff:answer': ['accepted', (to, c) => ({ ...to, handoffId: handoffId(c) })],
  'cases:settings': ['queued', () => ({})],
  'cases:list mine': caseList('mine'),
  'cases:list owned': caseList('owned'),
  'cases:list department': caseList('department', 'SBF'),
  'cases:list all': caseList('all'),
  'cases:list overdue': caseList('overdue'),
  'cases:list ended': caseList('ended'),
  'case:get': ['queued', (_to, c) => ({ number: caseOf(c) })],
  'case:update': [
    'queued',
    ({ id }, c) => ({ number: caseOf(c), id, change: { type: 'note', text: 'Hej' } }),
  ],
  // One of its own: whoever breaks the glass of it reads no other for it.
  'case:break-glass': [
    'queued',
    ({ id }, c) => ({ number: c.secret ? GLASS_CASE : caseOf(c), id, reason: 'Tillsyn' }),
  ],
  'case:open': ['requested', (to, c) => ({ ...to, kind: 'question', handoffId: handoffId(c) })],
  'conversation:ban': ['requested', (to) => ({ ...to, reason: 'Hot', hours: 1 })],
  'bans:list': ['queued', () => ({ after: null })],
  'ban:lift': ['queued', (_to, { visitorId }) => ({ banId: visitorId })],
  'audit:list': ['queued', () => ({ from: null, to: null, after: null })],
  'audit:verify': ['queued', () => ({})],
  'retention:preview': ['queued', () => ({})],
  'retention:run': ['queued', () => ({})],
  'retention:log': ['queued', () => ({ after: null })],
  'holds:list': ['queued', () => ({ after: null })],
  'hold:set': ['queued', (_to, { id }) => ({ of: { type: 'conversation', id }, reason: 'Tvist' })],
  'hold:lift': ['queued', (_to, { id }) => ({ of: { type: 'conversation', id }, reason: 'Slut' })],
  'subject-requests:list': ['queued', () => ({ state: 'open', after: null })],
  'subject-request:get': ['queued', () => ({ requestId: randomUUID() })],
  'subject-request:enter': ['queued', () => ({ requestId: randomUUID(), kind: 'access', ...SUBJECT })],
  'subject-request:change': ['queued', () => ({ ...noRequest(), ...SUBJECT, extended: null })],
  'subject-request:find': ['queued', () => ({ requestId: randomUUID() })],
  'subject-request:rectify': [
    'queued',
    (_to, { id }) => ({ ...noRequest(), record: { type: 'conversation', id }, contact: null }),
  ],
  'subject-request:erase': [
    'queued',
    (_to, { id }) => ({ ...noRequest(), records: [{ type: 'conversation', id }] }),
  ],
  'subject-request:restrict': [
    'queued',
    (_to, { id }) => ({ ...noRequest(), records: [{ type: 'conversation', id }] }),
  ],
  'subject-request:decide': [
    'queued',
    () => ({ ...noRequest(), outcome: 'granted', grounds: [], answer: 'Hej' }),
  ],
  'registrations:list': ['closed', () => ({ state: 'waiting', after: null })],
  'records:unclassed': ['closed', () => ({ after: null })],
  'registration:get': ['closed', (_to, c) => ({ of: recordOf(c) })],
  'registration:ask': ['queued', (_to, c) => ({ of: { type: 'case', id: caseOf(c) } })],
  'registration:register': ['queued', ({ id }) => ({ of: recordOf({ id }), id, diaryNumber: 'KS 1' })],
  'registration:confirm': ['queued', ({ id }) => ({ of: recordOf({ id }) })],
  'registration:dismiss': [
    'queued',
    ({ id }) => ({ of: recordOf({ id }), id, reason: 'Nej', recordClass: null }),
  ],
  'registration:restore': ['queued', ({ id }) => ({ of: recordOf({ id }), id, reason: 'Jo' })],
  'conversation:classify': ['closed', (to) => ({ ...to, recordClass: 'minor', reason: 'Rättat' })],
  'record:read': ['closed', (_to, c) => ({ of: recordOf(c), reason: null })],
  'releases:list': ['closed', (_to, c) => ({ of: recordOf(c), after: null })],
  'mails:list': ['queued', () => ({ state: null, after: null })],
  'mail:read': ['queued', () => ({ id: 'transcript:none' })],
  'mail:resend': ['queued', () => ({ id: 'transcript:none' })],
  'incoming-mails:list': ['queued', () => ({ state: null, after: null })],
  'incoming-mail:read': ['queued', () => ({ id: 'none' })],
  'incoming-mail:retry': ['queued', () => ({ id: 'none' })],
  'mail-choices:get': ['queued', () => ({})],
  'mail-choices:set': ['queued', () => ({ handoffs: true, digest: true, reviews: true, language: 'sv' })],
  'statistics:get': ['queued', () => ({ siteId: 'ekhamra', from: '2026-01-01', to: '2026-01-31' })],
  'statistics:staffing': [
    'queued',
    () => ({ siteId: 'ekhamra', from: '2026-01-01', to: '2026-01-31', channel: 'chat', weekday: null }),
  ],
  'statistics:targets': ['queued', () => ({ siteId: 'ekhamra' })],
  'statistics:set-targets': [
    'queued',
    () => {
      const { siteId, revision: _revision, history: _history, ...targets } = firstStatSettings('ekhamra');
      return { siteId, revision: 7, targets };
    },
  ],
  'gap:mark': [
    'requested',
    ({ id, conversationId }) => ({
      id,
      of: { type: 'conversation', id: conversationId },
      page: '/bygglov',
      missing: 'Avgiften',
      words: [],
    }),
  ],
  'gaps:list': ['queued', () => ({ siteId: 'ekhamra', open: true, mine: false, after: null })],
  'gap:get': ['queued', () => ({ id: 'none' })],
  'gap:change': ['queued', () => ({ id: 'none', seen: 'new', state: 'inWork', text: null })],
  'department-month:get': ['queued', () => ({ siteId: 'ekhamra', departmentId: 'SBF', month: '2026-01' })],
  'department-month:answer': [
    'queued',
    () => ({
      siteId: 'ekhamra',
      departmentId: 'SBF',
      month: '2026-01',
      point: 'late',
      text: 'Fler',
      dueOn: null,
    }),
  ],
  'department-month:follow-up': [
    'queued',
    () => ({
      siteId: 'ekhamra',
      departmentId: 'SBF',
      month: '2025-01',
      point: 'late',
      state: 'done',
      text: null,
    }),
  ],
  'survey:mine': ['queued', () => ({})],
  'survey:answer': ['queued', () => ({ roundId: 'ekhamra_2026-01-01', scores: {} })],
  'survey:results': ['queued', () => ({ siteId: 'ekhamra', after: null })],
  'feedback:settings': ['queued', () => ({ siteId: 'ekhamra' })],
  'feedback:set-settings': [
    'queued',
    () => {
      const { siteId, revision: _revision, ...choices } = firstFeedbackSettings('ekhamra');
      return { siteId, revision: 7, choices };
    },
  ],
  'rating-comments:list': ['queued', () => ({ siteId: 'ekhamra', departmentId: null, after: null })],
  'digest:get': ['queued', () => ({ weeksAgo: 0 })],
  'guides:list': ['queued', () => ({})],
  'guide:get': ['queued', () => ({ id: 'g1' })],
  'guide:save': [
    'queued',
    ({ id }) => ({
      id: `walk-${id}`,
      content: {
        departmentId: 'SBF',
        title: { sv: 'Prov' },
        intro: {},
        steps: { sv: ['Prov'] },
        url: null,
      },
      confirmed: [],
      revision: null,
    }),
  ],
  'guide:act': [
    'queued',
    () => ({ id: 'g1', action: { type: 'withdraw', withdrawn: false }, revision: null }),
  ],
  'knowledge:suggest': ['queued', () => ({ question: 'bygglov', language: 'sv' })],
  'answers:search': ['queued', () => ({ question: 'bygglov', language: 'sv' })],
  'synonyms:list': ['queued', () => ({})],
  'synonyms:save': ['queued', () => ({ language: 'sv', groups: [['ett', 'två']], revision: 99 })],
  'webhooks:list': ['queued', () => ({})],
  'webhook:save': [
    'queued',
    () => ({
      id: null,
      revision: null,
      setup: { name: 'Prov', url: 'https://example.se/', events: ['case.created'], active: false },
    }),
  ],
  'webhook:rotate': ['queued', () => ({ id: NO_HOOK })],
  'webhook:remove': ['queued', () => ({ id: NO_HOOK })],
  'webhook:test': ['queued', () => ({ id: NO_HOOK })],
  'webhook:deliveries': ['queued', () => ({ id: NO_HOOK, state: null, after: null })],
  'webhook:replay': ['queued', () => ({ id: NO_HOOK, deliveryId: null })],
  'api-keys:list': ['queued', () => ({})],
  'api-key:make': ['queued', () => ({ name: 'Prov', scopes: ['directory:read'], expiresAt: null })],
  'api-key:revoke': ['queued', () => ({ id: 'key-0123456789abcdef' })],
  'handovers:list': ['queued', () => ({ state: null, after: null })],
  'handover:again': ['queued', () => ({ id: 'none' })],
};
