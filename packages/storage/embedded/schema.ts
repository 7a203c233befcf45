import { ADDED, additionsTo } from '../additions.ts';
import { type CollectionName, INDEXES } from '../collections.ts';
import type { Connection } from './connection.ts';
import { isLatest, LATEST } from './conversation-texts.ts';
import { makeTextIndex } from './passages.ts';

/**
 * Raised when an older Lotsa must not write to the file any more: tables changed in a way that their indexes do not follow by
 * themselves (2, a step in {@link migrate}), or what a crash leaves is mended when it is opened (3, `repair`).
 */
const VERSION = 3;

const COLLECTIONS = Object.keys(INDEXES) as CollectionName[];

/**
 * Makes tables and indexes what the port declares. A table holds each document as JSON text; the fields of its indexes
 * are columns computed from that text, so that an index can come and go without a migration.
 * @throws Error of one line when a newer Lotsa wrote the file.
 */
export function migrate(connection: Connection, file: string): void {
  const version = Number(connection.get('PRAGMA user_version')?.[0]);
  if (version > VERSION) {
    throw new Error(`${file} was written by a newer Lotsa (schema ${version}, this one knows ${VERSION})`);
  }
  connection.transaction(() => {
    if (version === 1) setLatestApart(connection);
    for (const collection of COLLECTIONS) {
      connection.execute(
        `CREATE TABLE IF NOT EXISTS "${collection}" (${OWN_COLUMNS[collection] ?? 'id TEXT PRIMARY KEY, doc TEXT NOT NULL'})`,
      );
      addColumns(connection, collection);
    }
    completeDocuments(connection);
    setIndexes(connection);
    makeTextIndex(connection);
    connection.execute(`PRAGMA user_version = ${VERSION}`);
  });
}

const OWN_COLUMNS: { [C in CollectionName]?: string } = {
  // Marks change by themselves, and often; so does what is the latest.
  conversations: 'id TEXT PRIMARY KEY, doc TEXT NOT NULL, marks TEXT NOT NULL, latest TEXT NOT NULL',
  // Here `id` is its sender's, unique within the conversation.
  messages: '"conversationId" TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL',
};

/** To version 2: what is the latest of a conversation gets its column. Indexes that are dropped here are made again. */
function setLatestApart(connection: Connection): void {
  const indexes = `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'conversations' AND sql IS NOT NULL`;
  for (const [name] of connection.all(indexes)) connection.execute(`DROP INDEX "${name}"`);
  connection.execute('ALTER TABLE conversations DROP COLUMN "lastAt"');
  connection.execute(`ALTER TABLE conversations ADD COLUMN latest TEXT NOT NULL DEFAULT '{}'`);
  // What is not there stays so: a conversation in which nobody waits has no time since when.
  const always = LATEST.filter((field) => field !== 'unansweredSince');
  const copied = always.map((field) => `'${field}', doc -> '$.${field}'`).join(', ');
  connection.execute(`UPDATE conversations SET latest = json_object(${copied})`);
  connection.execute(
    `UPDATE conversations SET latest = json_set(latest, '$.unansweredSince', doc -> '$.unansweredSince')
      WHERE json_type(doc, '$.unansweredSince') IS NOT NULL`,
  );
  connection.execute(
    `UPDATE conversations SET doc = json_remove(doc, ${LATEST.map((field) => `'$.${field}'`).join(', ')})`,
  );
}

/** Adds to each document what it lacks of the fields that came after it was written. */
function completeDocuments(connection: Connection): void {
  for (const [collection, fields] of ADDED) {
    const lacks = fields.map((field) => `json_type(doc, '$.${field}') IS NULL`).join(' OR ');
    for (const [id, text] of connection.all(`SELECT id, doc FROM "${collection}" WHERE ${lacks}`)) {
      const doc = JSON.parse(String(text)) as object;
      const whole = JSON.stringify({ ...doc, ...additionsTo(collection, doc) });
      connection.run(`UPDATE "${collection}" SET doc = ? WHERE id = ?`, whole, id ?? null);
    }
  }
}

function addColumns(connection: Connection, collection: CollectionName): void {
  const existing = new Set(connection.all(`SELECT name FROM pragma_table_xinfo('${collection}')`).flat());
  for (const field of new Set<string>(Object.values(INDEXES[collection]).flat())) {
    if (existing.has(field)) continue;
    const text = collection === 'conversations' && isLatest(field) ? 'latest' : 'doc';
    connection.execute(
      `ALTER TABLE "${collection}" ADD COLUMN "${field}" GENERATED ALWAYS AS (json_extract(${text}, '$.${field}')) VIRTUAL`,
    );
  }
}

/** The index that a query must go by; null where it is the primary key. */
export function indexName(collection: CollectionName, index: string): string | null {
  const fields: readonly string[] = (INDEXES[collection] as Record<string, readonly string[]>)[index] ?? [];
  return fields.length === 0 ? null : `${collection}_${index}`;
}

/** The SQL of every index by its name. */
function declaredIndexes(): Map<string, string> {
  const declared = new Map([
    ['messages_byId', 'CREATE UNIQUE INDEX "messages_byId" ON "messages" ("conversationId", id)'],
  ]);
  for (const collection of COLLECTIONS) {
    for (const [index, fields] of Object.entries(INDEXES[collection] as Record<string, readonly string[]>)) {
      const name = indexName(collection, index);
      if (name === null) continue;
      const columns = fields.map((field) => `"${field}"`).join(', ');
      declared.set(
        name,
        collection === 'messages'
          ? `CREATE UNIQUE INDEX "${name}" ON "messages" (${columns})`
          : `CREATE INDEX "${name}" ON "${collection}" (${columns}, id)`,
      );
    }
  }
  return declared;
}

/** Drops the indexes that are not declared, or otherwise, and makes those that are missing. */
function setIndexes(connection: Connection): void {
  const missing = declaredIndexes();
  const existing = connection.all(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`,
  );
  for (const [name, sql] of existing as [string, string][]) {
    if (missing.get(name) === sql) missing.delete(name);
    else connection.execute(`DROP INDEX "${name}"`);
  }
  for (const sql of missing.values()) connection.execute(sql);
}
