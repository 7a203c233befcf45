import type { CreateIndexesOptions, Db, IndexDescription } from 'mongodb';
import { type CollectionName, INDEXES } from '../port.ts';

const PREFIX = 'lotsa:';

function index(fields: readonly string[], options: CreateIndexesOptions = {}): IndexDescription {
  return {
    key: Object.fromEntries(fields.map((field) => [field, 1])),
    name: PREFIX + fields.join(','),
    ...options,
  };
}

/** Of openings alone: a sparse index would cost each message as much as one that it is in, on the engine of the tests. */
const UNLISTED: IndexDescription = {
  ...index(['unlisted'], { partialFilterExpression: { unlisted: { $eq: true } } }),
  name: `${PREFIX}unlisted (openings)`,
};

/** What the port declares, and what `append` and the repair after a crash need besides. */
function declared(collection: CollectionName): IndexDescription[] {
  const ported: Record<string, readonly string[]> = INDEXES[collection];
  const indexes = Object.values(ported)
    .filter((fields) => fields.length > 0) // the order by id alone is the one that every collection has
    .map((fields) => index([...fields, '_id']));
  if (collection === 'messages') {
    indexes.push(index(['conversationId', 'id'], { unique: true }), UNLISTED);
  }
  if (collection === 'passages') indexes.push(index(['words', 'at']));
  return indexes;
}

/**
 * Makes the indexes that are missing, and drops those of ours that are not declared any more. The name of an index
 * says its fields, so that another one has another name; an operator's own are left alone.
 */
export async function makeIndexes(db: Db): Promise<void> {
  const names = Object.keys(INDEXES) as CollectionName[];
  // One after the other: all at once, those behind give up while a busy database makes the first.
  for (const name of names) {
    const indexes = declared(name);
    if (indexes.length > 0) await db.collection(name).createIndexes(indexes);
  }
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const name of names.filter((collection) => there.has(collection))) {
    const wanted = new Set(declared(name).map((one) => one.name));
    for (const { name: found } of await db.collection(name).indexes()) {
      if (found?.startsWith(PREFIX) && !wanted.has(found)) await db.collection(name).dropIndex(found);
    }
  }
}
