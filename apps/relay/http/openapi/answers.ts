import * as protocol from '@lotsa/protocol';
import * as v from 'valibot';

/**
 * What the relay answers over HTTP, as schemas. They only describe; the compiler holds each to the type that is really
 * answered with.
 */
export type Describes<Type> = v.GenericSchema<Type>;

export const Me: Describes<protocol.Me> = v.strictObject({
  id: protocol.Slug,
  name: v.string(),
  role: protocol.Role,
  departmentIds: v.array(protocol.Slug),
  languages: v.array(v.string()),
  skills: v.array(v.string()),
  availability: protocol.Availability,
  availabilityReason: v.nullable(protocol.AvailabilityReason),
  capacity: v.number(),
});

const Marks: Describes<protocol.Marks> = v.strictObject({
  visitorDelivered: protocol.Seq,
  visitorRead: protocol.Seq,
  staffDelivered: protocol.Seq,
  staffRead: protocol.Seq,
});

const Author: Describes<protocol.VisitorAuthor> = v.variant('type', [
  v.strictObject({ type: v.literal('visitor') }),
  v.strictObject({ type: v.literal('staff'), name: v.string() }),
  v.strictObject({ type: v.literal('system') }),
]);

const envelope = {
  conversationId: protocol.Id,
  seq: protocol.Seq,
  prev: protocol.Seq,
  id: protocol.Id,
  author: Author,
  at: protocol.Time,
};

const Message: Describes<protocol.VisitorMessage> = v.variant('kind', [
  v.strictObject({ ...envelope, kind: v.literal('text'), text: v.string() }),
  v.strictObject({ ...envelope, kind: v.literal('file'), file: protocol.FileRef }),
  v.strictObject({ ...envelope, kind: v.literal('event'), event: protocol.VisitorEvent }),
]);

const Snapshot: Describes<protocol.VisitorSnapshot> = v.strictObject({
  conversation: v.strictObject({
    id: protocol.Id,
    language: protocol.Language,
    status: v.picklist(['queued', 'assigned', 'closed']),
    staff: v.array(v.strictObject({ name: v.string(), departmentId: v.nullable(protocol.Slug) })),
    startedAt: protocol.Time,
    publicSeq: protocol.Seq,
    visitorEnded: v.boolean(),
    contactLeft: v.boolean(),
  }),
  messages: v.array(Message),
  more: v.boolean(),
  marks: Marks,
  queue: v.nullable(
    v.strictObject({
      place: v.number(),
      waitMs: v.nullable(v.strictObject({ low: v.number(), high: v.number() })),
    }),
  ),
});

const Offer: Describes<protocol.ChatOffer> = v.strictObject({
  chat: v.boolean(),
  reason: v.picklist(['open', 'closed', 'noAgent']),
  closesAt: v.nullable(protocol.Time),
  opensAt: v.nullable(protocol.Time),
});

const { id, name, centreName, languages, phone, email, privacyNotice, privacyUrl, survey, closedText } =
  protocol.Site.entries;

export const VisitAnswer: Describes<protocol.VisitAnswer> = v.strictObject({
  site: v.strictObject({
    id,
    name,
    centreName,
    languages,
    phone,
    email,
    privacyNotice,
    privacyUrl,
    closedText: closedText.wrapped,
    survey,
    askTopic: v.picklist(['off', 'optional', 'required']),
    eid: v.nullable(v.string()),
    topics: v.array(
      v.strictObject({
        id: protocol.Slug,
        name: protocol.Localised,
        eid: v.exactOptional(v.literal(true)),
      }),
    ),
    forms: v.array(v.strictObject({ id: protocol.Slug, name: protocol.Localised })),
  }),
  departments: v.record(v.string(), protocol.Localised),
  banners: v.array(
    v.strictObject({
      id: protocol.Slug,
      severity: protocol.Severity,
      text: protocol.Localised,
      links: v.array(v.strictObject({ label: protocol.Localised, url: v.string() })),
    }),
  ),
  offer: Offer,
  identity: v.nullable(
    v.strictObject({
      by: v.picklist(['site', 'eid']),
      provider: v.string(),
      name: v.exactOptional(v.string()),
    }),
  ),
  current: v.nullable(Snapshot),
  token: v.exactOptional(v.string()),
});

export const Submitted: Describes<protocol.Submitted> = v.strictObject({
  number: protocol.CaseNumber,
  key: v.string(),
  url: v.string(),
  promisedAt: protocol.Time,
  departmentId: v.nullable(protocol.Slug),
});

const files = v.array(protocol.FileRef);

const CaseEvent: Describes<protocol.VisitorCaseEvent> = v.variant('type', [
  v.strictObject({ type: v.literal('received') }),
  v.strictObject({ type: v.literal('supplemented'), text: v.string(), files }),
  v.strictObject({ type: v.literal('withdrawn') }),
  v.strictObject({
    type: v.literal('statusSet'),
    status: protocol.CaseStatus,
    text: v.exactOptional(v.string()),
  }),
  v.strictObject({
    type: v.literal('departmentSet'),
    departmentId: v.nullable(protocol.Slug),
    promisedAt: protocol.Time,
  }),
  v.strictObject({ type: v.literal('answered'), text: v.string(), name: v.string() }),
  v.strictObject({ type: v.literal('promiseSet'), promisedAt: protocol.Time, reason: v.string() }),
  v.strictObject({ type: v.literal('merged') }),
  v.strictObject({ type: v.literal('reopened'), promisedAt: protocol.Time }),
]);

export const VisitorCase: Describes<protocol.VisitorCase> = v.strictObject({
  number: protocol.CaseNumber,
  siteId: protocol.Slug,
  title: protocol.Localised,
  language: protocol.Language,
  status: protocol.CaseStatus,
  open: v.boolean(),
  departmentId: v.nullable(protocol.Slug),
  together: v.boolean(),
  handlerName: v.nullable(v.string()),
  receivedAt: protocol.Time,
  promisedAt: protocol.Time,
  asked: v.array(v.strictObject({ at: protocol.Time, text: v.string() })),
  answers: v.array(protocol.CaseAnswer),
  files,
  log: v.array(v.strictObject({ at: protocol.Time, event: CaseEvent })),
});

export const Forms = v.strictObject({ forms: v.array(protocol.Form) });

export const OneForm = v.strictObject({
  form: protocol.Form,
  departments: v.array(v.strictObject({ id: protocol.Slug, name: protocol.Localised })),
});

export const SentFile = v.strictObject({ message: Message });
