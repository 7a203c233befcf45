import * as v from 'valibot';
import { Agreement, Banner, CannedResponse, Department, Site, StaffMember, Topic } from './directory.ts';
import { EService } from './e-service.ts';
import { RetentionRule } from './retention.ts';
import type { FieldError } from './form.ts';
import { Slug } from './primitives.ts';

const { hours, openOverride, ...ofSite } = Site.entries;
/** Deadlines are counted in opening time: somewhen it must open. */
const somewhen = <Hours extends { weekly: Record<string, unknown[]> } | null>() =>
  v.check<Hours, 'never_open'>(
    (given) => given === null || Object.values(given.weekly).some((day) => day.length > 0),
    'never_open',
  );
const { hours: departmentHours, ...ofDepartment } = Department.entries;

/**
 * What is administered, kind by kind: the schema of one item. An item has the id of its document; two kinds may be parts of
 * one document, for people who may change one and not the other.
 */
export const SETTINGS = {
  sites: v.object(ofSite),
  /** When a site is open. */
  hours: v.object({ id: Slug, hours: v.pipe(hours, somewhen()), openOverride }),
  departments: v.object(ofDepartment),
  /** When a department works. */
  departmentHours: v.object({ id: Slug, hours: v.pipe(departmentHours, somewhen()) }),
  topics: Topic,
  agreements: Agreement,
  users: StaffMember,
  cannedResponses: CannedResponse,
  banners: Banner,
  retentionRules: RetentionRule,
  eServices: EService,
} as const;
/** A kind of what is administered. */
export type SettingsKind = keyof typeof SETTINGS;
/** An item of a kind. */
export type SettingsItem<Kind extends SettingsKind = SettingsKind> = v.InferOutput<(typeof SETTINGS)[Kind]>;

export const SettingsKind = v.picklist(Object.keys(SETTINGS) as [SettingsKind, ...SettingsKind[]]);

/** What a console may ask about settings. Each change is an audit entry with what was before and after (rule P7). */
export const settingsRequests = {
  /** All items of a kind that the user may see, by id. */
  'settings:list': v.object({ kind: SettingsKind }),
  /**
   * Saves an item: `invalid_payload` names the field. `revision` is that of the item it was made from, null for a new one;
   * `changed_meanwhile` when there is another by now.
   */
  'settings:put': v.object({
    kind: SettingsKind,
    item: v.looseObject({ id: Slug }),
    revision: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  }),
  /** Removes an item that nothing refers to: an agreement, a canned response, a banner. Others are retired. */
  'settings:remove': v.object({
    kind: v.picklist(['agreements', 'cannedResponses', 'banners', 'retentionRules', 'eServices']),
    id: Slug,
    revision: v.pipe(v.string(), v.maxLength(64)),
  }),
  /** A link by which a user sets its password, once. */
  'user:invite': v.object({ userId: Slug }),
  /** A canned response was put in an answer. */
  'canned:used': v.object({ id: Slug }),
} as const;

/** An item with what tells whether it is still the same, and how often it was used where that is counted. */
export interface SettingsEntry<Kind extends SettingsKind = SettingsKind> {
  item: SettingsItem<Kind>;
  revision: string;
  uses?: number;
}

/** What they are answered with. */
export interface SettingsAnswers {
  'settings:list': { entries: SettingsEntry[] };
  'settings:put': { entry: SettingsEntry };
  'settings:remove': null;
  /** `token` is told once, here. */
  'user:invite': { token: string; expiresAt: number };
  'canned:used': null;
}

/** `POST /api/password`: a user sets its password by a one-time link. */
export const SetPassword = v.object({
  token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)),
  password: v.pipe(v.string(), v.minLength(12, 'too_short'), v.maxLength(256, 'too_long')),
});

/** A banner as visitors see it. */
export type VisitorBanner = Pick<Banner, 'id' | 'severity' | 'text' | 'links'>;

/** Every field of an item that does not fit its kind, in the order of the schema, for who fills in a form. */
export function settingsMisfits(kind: SettingsKind, item: unknown): FieldError[] {
  const schema: v.GenericSchema = SETTINGS[kind];
  const result = v.safeParse(schema, item, { abortPipeEarly: true });
  if (result.success) return [];
  return result.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    rule: issue.kind === 'validation' && /^[a-z_]+$/.test(issue.message) ? issue.message : issue.type,
  }));
}
