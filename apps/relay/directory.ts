import { caseTypes } from '@lotsa/core';
import type { Agreement, Banner, CaseType, Department, EService, Form, Site, Topic } from '@lotsa/protocol';
import type { Documents, Storage } from '@lotsa/storage';

/** What changes seldom and is asked for with every request: sites, departments, topics, forms. */
export interface Directory {
  sites: Map<string, Site>;
  departments: Map<string, Department>;
  topics: Map<string, Topic>;
  forms: Map<string, Form>;
  /** The built-in types of case, and the municipality's own. */
  caseTypes: CaseType[];
  agreements: Map<string, Agreement>;
  banners: Map<string, Banner>;
  eServices: Map<string, EService>;
}

/** Gives the directory, as it was a few seconds ago at most. */
export type DirectoryReader = (() => Promise<Directory>) & {
  /** Something was changed: the next reading is a fresh one. */
  forget: () => void;
};

/** Whatever is about this department is secret from the beginning (rule P6). */
export const isSecret = (department: Department | undefined): boolean => department?.secrecy === 'strict';

/** A change made through another relay is seen after this long. */
const FRESH_MS = 5_000;
const PAGE = 1_000;

/** All documents of a collection of the directory. */
export async function everyDocument<
  C extends
    | 'sites'
    | 'departments'
    | 'topics'
    | 'agreements'
    | 'banners'
    | 'forms'
    | 'users'
    | 'guides'
    | 'questions'
    | 'cannedResponses'
    | 'caseTypes'
    | 'caseTemplates'
    | 'synonyms'
    | 'guideDrafts'
    | 'retentionRules'
    | 'eServices',
>(storage: Storage, collection: C): Promise<Documents[C][]> {
  const all: Documents[C][] = [];
  let after: string | null = null;
  do {
    const page: { docs: Documents[C][]; next: string | null } = await storage.find(collection, {
      index: 'all',
      limit: PAGE,
      after,
    });
    all.push(...page.docs);
    after = page.next;
  } while (after !== null);
  return all;
}

/** Reads the directory, at most once in a while; requests of the same moment share one reading. */
export function directoryReader(storage: Storage, now: () => number): DirectoryReader {
  let readAt = -Infinity;
  let reading: Promise<Directory> | undefined;

  const read = async (): Promise<Directory> => {
    const [sites, departments, topics, forms, agreements, banners, types, eServices] = await Promise.all([
      everyDocument(storage, 'sites'),
      everyDocument(storage, 'departments'),
      everyDocument(storage, 'topics'),
      everyDocument(storage, 'forms'),
      everyDocument(storage, 'agreements'),
      everyDocument(storage, 'banners'),
      everyDocument(storage, 'caseTypes'),
      everyDocument(storage, 'eServices'),
    ]);
    return {
      sites: byId(sites),
      departments: byId(departments),
      topics: byId(topics),
      forms: byId(forms),
      agreements: byId(agreements),
      banners: byId(banners),
      eServices: byId(eServices),
      caseTypes: caseTypes(types),
    };
  };

  const given = (): Promise<Directory> => {
    if (!reading || now() - readAt > FRESH_MS) {
      readAt = now();
      const fresh = read();
      // A failed reading is not kept: the next request tries again.
      fresh.catch(() => {
        if (reading === fresh) reading = undefined;
      });
      reading = fresh;
    }
    return reading;
  };
  return Object.assign(given, {
    forget: () => {
      reading = undefined;
    },
  });
}

const byId = <T extends { id: string }>(docs: T[]): Map<string, T> =>
  new Map(docs.map((doc) => [doc.id, doc]));
