import { type SearchIndex, searchIndex } from '@lotsa/core/search';
import type { Guide, Helped, PublicAnswer, PublicGuide, Question, SearchHit } from '@lotsa/protocol';
import type { Context } from '../context.ts';
import { type Directory, everyDocument } from '../directory.ts';
import { publicAnswer, publicGuide, searchHit } from './public-texts.ts';
import { searchTexts, type Target } from './search-texts.ts';

/** The published guides and common answers, and the search in them. */
export interface Knowledge {
  /** What may answer a question, best first; nothing where nothing fits. */
  search(question: string, language: string, limit: number): Promise<SearchHit[]>;
  /** A published guide, or undefined. */
  guide(id: string): Promise<Guide | undefined>;
  /** All published guides. */
  guides(): Promise<Guide[]>;
  /** All common questions. */
  questions(): Promise<Question[]>;
  publicGuide(id: string, language: string): Promise<PublicGuide | undefined>;
  publicAnswer(id: string, language: string): Promise<PublicAnswer | undefined>;
  /** Whether there is such a published guide or answer. */
  has(what: Helped): Promise<boolean>;
  /** The index of it, which knows the municipality's words. */
  index(): Promise<SearchIndex>;
  /** Something of it was changed here: the next question is answered by what is stored then. */
  changed(): void;
}

/** A change made through another relay is seen after this long. */
const FRESH_MS = 5_000;

/** What is read from the store, and the index of it. */
interface Library {
  /** What the index was made of, to tell whether it must be made again. */
  text: string;
  index: SearchIndex;
  targets: ReadonlyMap<string, Target>;
  guides: ReadonlyMap<string, Guide>;
  questions: ReadonlyMap<string, Question>;
}

/** A guide with the fields that an earlier version did not write. */
export const complete = (guide: Guide): Guide => ({ ...NEVER_EDITED, ...guide });
const NEVER_EDITED = { intro: {}, version: 1, revised: {}, publishedAt: null, withdrawn: false };

/** Makes it. The index is in memory: guides and answers are hundreds, not millions. */
export function createKnowledge({ storage, now }: Context, directory: () => Promise<Directory>): Knowledge {
  let readAt = -Infinity;
  let reading: Promise<Library> | undefined;
  let last: Library | undefined;

  async function read(): Promise<Library> {
    const [guides, questions, synonyms, { topics }] = await Promise.all([
      everyDocument(storage, 'guides'),
      everyDocument(storage, 'questions'),
      everyDocument(storage, 'synonyms'),
      directory(),
    ]);
    const published = guides.map(complete).filter(({ withdrawn }) => !withdrawn);
    const text = JSON.stringify([published, questions, synonyms, [...topics.values()]]);
    if (last?.text === text) return last;
    const { texts, targets } = searchTexts(published, questions, topics);
    const groups = Object.fromEntries(synonyms.map((list) => [list.id, list.groups]));
    last = {
      text,
      index: searchIndex(texts, groups),
      targets,
      guides: new Map(published.map((guide) => [guide.id, guide])),
      questions: new Map(questions.map((question) => [question.id, question])),
    };
    return last;
  }

  function library(): Promise<Library> {
    if (!reading || now() - readAt > FRESH_MS) {
      readAt = now();
      const fresh = read();
      fresh.catch(() => {
        if (reading === fresh) reading = undefined;
      });
      reading = fresh;
    }
    return reading;
  }

  return {
    async search(question, language, limit) {
      const { index, targets } = await library();
      return index.search(question, language, limit).flatMap(({ key }) => {
        const target = targets.get(key);
        return target ? [searchHit(target, language)] : [];
      });
    },
    guide: async (id) => (await library()).guides.get(id),
    guides: async () => [...(await library()).guides.values()],
    questions: async () => [...(await library()).questions.values()],
    async publicGuide(id, language) {
      const guide = (await library()).guides.get(id);
      return guide && publicGuide(guide, language);
    },
    async publicAnswer(id, language) {
      const question = (await library()).questions.get(id);
      return question && publicAnswer(question, language);
    },
    async has({ kind, id }) {
      const { guides, questions } = await library();
      return (kind === 'guide' ? guides : questions).has(id);
    },
    index: async () => (await library()).index,
    changed() {
      reading = undefined;
    },
  };
}
