import type { SearchIndex } from '@lotsa/core/search';
import type { Conversation, Message } from '@lotsa/protocol';
import type { CaseDoc, PassageDoc } from '@lotsa/storage';

const QUESTION = 600;
const ANSWER = 2_000;
/** Words beyond these say nothing that the first ones do not. */
const MAX_WORDS = 400;

/** Its passage's id. */
export const passageId = (of: PassageDoc['of'], subject: string): string => `${of}:${subject}`;

/** What was asked and answered in a closed conversation; null where that is not to be found, or nothing was answered. */
export function passageOfConversation(
  conversation: Conversation,
  messages: readonly Message[],
  index: SearchIndex,
): PassageDoc | null {
  const { id, siteId, language, topicId, departmentId, closedAt, outcome, secret } = conversation;
  if (secret || closedAt === null || outcome === 'spam' || outcome === 'abandoned') return null;
  const texts = messages.flatMap((message) =>
    message.kind === 'text' && message.audience === 'public'
      ? [{ by: message.author.type, text: message.text }]
      : [],
  );
  const answered = texts.findIndex(({ by }) => by === 'staff');
  if (answered < 0) return null;
  const asked = texts.filter(({ by }, at) => by === 'visitor' && (at < answered || answered === 0));
  const question = asked
    .map(({ text }) => text)
    .join('\n')
    .slice(0, QUESTION);
  const answer = texts
    .flatMap(({ by, text }) => (by === 'staff' ? [text] : []))
    .join('\n')
    .slice(0, ANSWER);
  if (question === '') return null;
  return withWords(
    {
      id: passageId('conversation', id),
      of: 'conversation',
      subject: id,
      siteId,
      language,
      topicId,
      departmentId,
      at: closedAt,
      question,
      answer,
    },
    index,
  );
}

/** What was asked and answered in a case that has ended; null where that is not to be found, or nothing was answered. */
export function passageOfCase(doc: CaseDoc, index: SearchIndex): PassageDoc | null {
  const { number, siteId, language, topicId, departmentId, closedAt, secret, title, log } = doc;
  if (secret || closedAt === null) return null;
  const answer = log
    .flatMap(({ event }) => (event.type === 'answered' ? [event.text] : []))
    .join('\n')
    .slice(0, ANSWER);
  const first = log[0]?.event;
  const written =
    first?.type === 'received'
      ? first.opening.answers.map(({ value }) => value).filter((value) => typeof value === 'string')
      : [];
  const question = [title[language] ?? title.sv, ...written].join('\n').slice(0, QUESTION);
  if (answer === '') return null;
  return withWords(
    {
      id: passageId('case', number),
      of: 'case',
      subject: number,
      siteId,
      language,
      topicId,
      departmentId: departmentId || null,
      at: closedAt,
      question,
      answer,
    },
    index,
  );
}

function withWords(passage: Omit<PassageDoc, 'words'>, index: SearchIndex): PassageDoc {
  const words = index.wordsOf(`${passage.question}\n${passage.answer}`, passage.language);
  return { ...passage, words: words.slice(0, MAX_WORDS) };
}
