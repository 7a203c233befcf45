import { isActive } from '@lotsa/core';
import { type ConsoleSnapshot, fail } from '@lotsa/protocol';
import type { Context } from './context.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { type Directory, everyDocument } from './directory.ts';
import { meOf } from './http/me.ts';
import { colleagueOf } from './presence.ts';

/** What a console starts from. */
export async function consoleSnapshot(
  { storage, now }: Context,
  { sites, departments, topics, agreements, eServices }: Directory,
  userId: string,
  knowledge: Knowledge,
): Promise<ConsoleSnapshot> {
  const [users, cannedResponses, guides, questions] = await Promise.all([
    everyDocument(storage, 'users'),
    everyDocument(storage, 'cannedResponses'),
    knowledge.guides(),
    everyDocument(storage, 'questions'),
  ]);
  const me = users.find((user) => user.id === userId);
  if (!me) throw fail('unauthenticated', {});
  return {
    me: meOf(me),
    sites: [...sites.values()],
    departments: [...departments.values()],
    topics: [...topics.values()],
    agreements: [...agreements.values()],
    colleagues: users.filter(isActive).map((user) => colleagueOf(user, now())),
    cannedResponses,
    guides,
    questions,
    eServices: [...eServices.values()],
  };
}
