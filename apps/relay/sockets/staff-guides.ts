import type { GuideAnswers, guideRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** What fits beside a conversation at a glance. */
const SUGGESTED = 4;
const EARLIER = 3;
/** What a search in earlier answers shows. */
const FOUND = 12;

/** What may be asked about guides and synonyms. */
export function guideHandlers({ relay, user }: StaffDesk): Handlers<typeof guideRequests, GuideAnswers> {
  const { guides, synonyms, knowledge, earlierAnswers } = relay;
  return {
    'guides:list': async () => ({ entries: await guides.list(user) }),
    'guide:get': ({ id }) => guides.get(user, id),
    'guide:save': ({ id, content, confirmed, revision }) =>
      guides.save(user, id, content, confirmed, revision),
    'guide:act': ({ id, action, revision }) => guides.act(user, id, action, revision),
    async 'knowledge:suggest'({ question, language }) {
      // What is shown of others' conversations is a reading of them; once a day and user says enough of what comes by itself.
      const today = new Date(relay.context.now()).toISOString().slice(0, 10);
      await relay.audit(user, 'answersSearched', 'suggestions', { once: `suggestions:${user.id}:${today}` });
      const [hits, earlier] = await Promise.all([
        knowledge.search(question, language, SUGGESTED),
        earlierAnswers.search(user, question, language, EARLIER),
      ]);
      return { hits: hits.map(({ kind, id }) => ({ kind, id })), earlier };
    },
    async 'answers:search'({ question, language }) {
      await relay.audit(user, 'answersSearched', 'answers');
      return { answers: await earlierAnswers.search(user, question, language, FOUND) };
    },
    'synonyms:list': async () => ({ lists: await synonyms.list(user) }),
    'synonyms:save': ({ language, groups, revision }) => synonyms.save(user, language, groups, revision),
  };
}
