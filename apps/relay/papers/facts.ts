import { caseTypes, isActive } from '@lotsa/core';
import type { CaseType, Department, RetentionRule, Role, Site } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import type { Config } from '../config.ts';
import { everyDocument } from '../directory.ts';

/** What the papers are filled in with: how this Lotsa is set up now. No secrets, and no person but by count. */
export interface PaperFacts {
  at: number;
  publicUrl: string;
  https: boolean;
  demo: boolean;
  sites: readonly Site[];
  departments: readonly Department[];
  rules: readonly RetentionRule[];
  /** The types of cases, also the built-in ones. */
  caseTypes: readonly CaseType[];
  /** Titles of the forms, in Swedish. */
  forms: readonly string[];
  /** How many there are of each role that may sign in. */
  roles: readonly (readonly [Role, number])[];
  /** Roles that need two steps. */
  twoStepRoles: readonly string[];
  /** The municipality's own sign-in. */
  sso: { name: string; host: string } | null;
  encrypted: boolean;
  storage: { kind: 'embedded'; dataDir: string } | { kind: 'mongodb' };
  filesDir: string;
  scans: boolean;
  severalRelays: boolean;
  /** The mail server's host; null where no mail leaves. */
  mailServer: string | null;
  /** Legal holds there are. */
  holds: number;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Reads them. */
export async function paperFacts(config: Config, storage: Storage, at: number): Promise<PaperFacts> {
  const [sites, departments, types, rules, forms, users, policy, holds] = await Promise.all([
    everyDocument(storage, 'sites'),
    everyDocument(storage, 'departments'),
    everyDocument(storage, 'caseTypes'),
    everyDocument(storage, 'retentionRules'),
    everyDocument(storage, 'forms'),
    everyDocument(storage, 'users'),
    storage.get('signInPolicy', 'signIn'),
    storage.count('legalHolds', { index: 'byTime', limit: 1_000 }),
  ]);
  const counts = new Map<Role, number>();
  for (const user of users) if (isActive(user)) counts.set(user.role, (counts.get(user.role) ?? 0) + 1);
  return {
    at,
    publicUrl: config.publicUrl,
    https: config.publicUrl.startsWith('https:'),
    demo: config.demo !== 'off',
    sites: sites.filter(({ retired }) => !retired),
    departments: departments.filter(({ retired }) => !retired),
    rules,
    caseTypes: caseTypes(types),
    forms: forms.map(({ title }) => title.sv),
    roles: [...counts],
    twoStepRoles: policy?.twoFactorRoles ?? [],
    sso: config.sso && { name: config.sso.name, host: hostOf(config.sso.issuer) },
    encrypted: config.encryptionKeys.length > 0,
    storage:
      config.database.kind === 'embedded'
        ? { kind: 'embedded', dataDir: config.database.dataDir }
        : { kind: 'mongodb' },
    filesDir: config.filesDir,
    scans: config.scanCommand !== null,
    severalRelays: config.redisUrl !== null,
    mailServer: config.smtpUrl === null ? null : hostOf(config.smtpUrl),
    holds,
  };
}
