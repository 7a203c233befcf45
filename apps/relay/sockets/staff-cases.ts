import { caseAccess, type CaseCommand, requireCaseAccess } from '@lotsa/core';
import { type CaseAnswers, type CaseChange, type caseRequests, fail, type StaffRef } from '@lotsa/protocol';
import type { CaseDoc, UserDoc } from '@lotsa/storage';
import { listCases, staffCase } from '../cases/case-boxes.ts';
import { promisedDate } from '../cases/open-case.ts';
import { isSecret } from '../directory.ts';
import type { Handlers } from './dispatch.ts';
import type { Relay } from './relay.ts';

/** Answers a console's requests about cases. */
export function caseHandlers(relay: Relay, user: UserDoc): Handlers<typeof caseRequests, CaseAnswers> {
  const { cases, context } = relay;
  const { storage } = context;

  /** A case this user may work on. */
  async function workable(number: string): Promise<CaseDoc> {
    const doc = await cases.byNumber(number);
    if (!doc) throw fail('not_found', {});
    requireCaseAccess(user, doc);
    return doc;
  }

  /** The centre or the department: whoever owns a secret case sees it. */
  async function ownerOf(doc: CaseDoc, userId: string | null): Promise<StaffRef | null> {
    if (userId === null) return null;
    const named = await storage.get('users', userId);
    if (
      !named ||
      named.active === false ||
      caseAccess(named, { ...doc, ownerId: '', secret: false }) !== 'work'
    ) {
      throw fail('unknown_target', {});
    }
    return { id: named.id, name: named.name };
  }

  async function commandOf(doc: CaseDoc, change: CaseChange): Promise<CaseCommand> {
    switch (change.type) {
      case 'status':
        return { type: 'setStatus', status: change.status };
      case 'department': {
        const { sites, departments } = await relay.directory();
        const site = sites.get(doc.siteId);
        const { departmentId } = change;
        if (!site || (departmentId !== null && !departments.has(departmentId))) {
          throw fail('unknown_target', {});
        }
        return {
          type: 'setDepartment',
          departmentId,
          promisedAt: await promisedDate(relay, site, departmentId, doc.topicId),
          ...(isSecret(departments.get(departmentId ?? '')) ? { secret: true } : {}),
        };
      }
      case 'owner':
        return { type: 'setOwner', owner: await ownerOf(doc, change.userId) };
      case 'answer':
      case 'note':
        return change;
    }
  }

  return {
    'cases:list': (request) => listCases(storage, user, request, context.now()),

    'case:get': async ({ number }) => staffCase(await workable(number)),

    async 'case:update'({ number, id, change }) {
      const command = await commandOf(await workable(number), change);
      return staffCase(await cases.execute(number, command, { actor: { type: 'staff', user }, id }));
    },
  };
}
