import type { Municipality, MunicipalityKind } from '@lotsa/protocol';
import { misfitOf } from '@lotsa/core';
import {
  Agreement,
  Banner,
  CannedResponse,
  CaseTemplate,
  CaseType,
  Department,
  EService,
  type FieldError,
  Form,
  Guide,
  Question,
  RetentionRule,
  Site,
  StaffMember,
  SynonymList,
  Topic,
} from '@lotsa/protocol';
import * as v from 'valibot';

const none = (): never[] => [];

/** What a municipality is set up from: everything but passwords and conversations. */
const MunicipalityFile = v.object({
  departments: v.optional(v.array(Department), none),
  topics: v.optional(v.array(Topic), none),
  sites: v.optional(v.array(Site), none),
  users: v.optional(v.array(StaffMember), none),
  agreements: v.optional(v.array(Agreement), none),
  guides: v.optional(v.array(Guide), none),
  questions: v.optional(v.array(Question), none),
  cannedResponses: v.optional(v.array(CannedResponse), none),
  /** Besides those that every municipality has. */
  caseTypes: v.optional(v.array(CaseType), none),
  caseTemplates: v.optional(v.array(CaseTemplate), none),
  forms: v.optional(v.array(Form), none),
  banners: v.optional(v.array(Banner), none),
  synonyms: v.optional(v.array(SynonymList), none),
  retentionRules: v.optional(v.array(RetentionRule), none),
  eServices: v.optional(v.array(EService), none),
});

/** The kinds in a file, each after those that it names. */
export const FILE_KINDS = Object.keys(MunicipalityFile.entries) as MunicipalityKind[];

/** As many errors as are told of one file. */
const MOST_ERRORS = 50;

/** A file, or what is wrong in it: each error with its path in the file (`topics.3.departmentId`). */
export function checkMunicipality(
  input: unknown,
): { file: Municipality; errors: null } | { file: null; errors: FieldError[] } {
  const result = v.safeParse(MunicipalityFile, input, { abortPipeEarly: true });
  if (!result.success) {
    const errors = result.issues.slice(0, MOST_ERRORS).map((issue) => ({
      field: v.getDotPath(issue) ?? '',
      rule: issue.kind === 'validation' && /^[a-z_]+$/.test(issue.message) ? issue.message : issue.type,
    }));
    return { file: null, errors };
  }
  const file = result.output;
  const errors = FILE_KINDS.flatMap((kind) => [
    ...twice(kind, file[kind]),
    ...file[kind].flatMap((item, at) => {
      const misfit = misfitOf(file, kind, item as never);
      return misfit ? [{ field: `${kind}.${at}.${misfit.field}`, rule: misfit.rule }] : [];
    }),
  ]);
  return errors.length > 0 ? { file: null, errors: errors.slice(0, MOST_ERRORS) } : { file, errors: null };
}

function twice(kind: MunicipalityKind, items: readonly { id: string }[]): FieldError[] {
  const first = new Set<string>();
  return items.flatMap(({ id }, at) => {
    if (first.has(id)) return [{ field: `${kind}.${at}.id`, rule: 'taken' }];
    first.add(id);
    return [];
  });
}

/**
 * Reads a municipality's file.
 * @throws Error naming the first field that does not fit, or that names nothing.
 */
export function readMunicipality(input: unknown): Municipality {
  const { file, errors } = checkMunicipality(input);
  if (file) return file;
  const [error] = errors;
  throw new Error(`${error?.field || 'the file'}: ${error?.rule ?? 'invalid'}`);
}
