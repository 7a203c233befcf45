import * as v from 'valibot';
import type {
  Agreement,
  Banner,
  CannedResponse,
  Department,
  Guide,
  Question,
  Site,
  StaffMember,
  Topic,
} from './directory.ts';
import type { CaseTemplate, CaseType } from './case-type.ts';
import type { Form } from './form.ts';
import type { EService } from './e-service.ts';
import type { RetentionRule } from './retention.ts';
import type { SynonymList } from './guide.ts';

/** Everything that a municipality is set up with: the form of its file, and what is compared with the store. */
export interface Municipality {
  departments: Department[];
  topics: Topic[];
  sites: Site[];
  users: StaffMember[];
  agreements: Agreement[];
  guides: Guide[];
  questions: Question[];
  cannedResponses: CannedResponse[];
  caseTypes: CaseType[];
  caseTemplates: CaseTemplate[];
  forms: Form[];
  banners: Banner[];
  synonyms: SynonymList[];
  retentionRules: RetentionRule[];
  eServices: EService[];
}
export type MunicipalityKind = keyof Municipality;

/** `POST /api/settings/file`: compares a municipality's file with what is set up, or takes it in. */
export const ImportRequest = v.object({
  file: v.record(v.string(), v.unknown()),
  /** `merge` leaves what is not in the file; `replace` removes or retires it. */
  mode: v.picklist(['merge', 'replace']),
  /** The `plan` of the comparison that was looked at; null only compares. */
  plan: v.nullable(v.pipe(v.string(), v.maxLength(64))),
});
export type ImportRequest = v.InferOutput<typeof ImportRequest>;

/** What a file would do to one item. `gone` is removed, or retired where records may name it. */
export interface ImportChange {
  kind: MunicipalityKind;
  id: string;
  change: 'new' | 'changed' | 'gone';
  /** The fields that change. */
  fields: string[];
}

/** What a file would do, or has done. */
export interface ImportAnswer {
  changes: ImportChange[];
  unchanged: number;
  /** Names this comparison: taking in asks for it, so that nothing else is taken in than what was looked at. */
  plan: string;
  applied: boolean;
}
