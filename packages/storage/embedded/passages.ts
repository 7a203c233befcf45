import type { Connection } from './connection.ts';

/**
 * The passages that match and were written last (FTS5, "Full-text Query Syntax"). In the order of their rows the text index is
 * read from its end, and no further than needed; by any other order every match would have to be read.
 */
export const SEARCH = `SELECT doc FROM passages WHERE rowid IN (
  SELECT rowid FROM passages_words WHERE passages_words MATCH ? ORDER BY rowid DESC LIMIT ?)`;

/** As many are read to be put in the order of their times. */
export const NEWEST = 200;

/** The words as they are: the search has made them comparable already. */
const TABLE = `CREATE VIRTUAL TABLE IF NOT EXISTS passages_words USING fts5(words, tokenize = "unicode61 remove_diacritics 0")`;

/** Keeps the text index in step with the table, whoever writes it. */
const TRIGGERS = [
  `CREATE TRIGGER IF NOT EXISTS passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO passages_words (rowid, words)
    VALUES (new.rowid, (SELECT group_concat(value, ' ') FROM json_each(new.doc, '$.words'))); END`,
  `CREATE TRIGGER IF NOT EXISTS passages_changed AFTER UPDATE ON passages BEGIN
    UPDATE passages_words SET words = (SELECT group_concat(value, ' ') FROM json_each(new.doc, '$.words'))
    WHERE rowid = new.rowid; END`,
  `CREATE TRIGGER IF NOT EXISTS passages_gone AFTER DELETE ON passages BEGIN
    DELETE FROM passages_words WHERE rowid = old.rowid; END`,
];

/** Makes the text index of passages, where there is none. */
export function makeTextIndex(connection: Connection): void {
  connection.execute(TABLE);
  for (const trigger of TRIGGERS) connection.execute(trigger);
  // The words of what was erased go from the index at once, and not when it is next put in order.
  connection.execute(`INSERT INTO passages_words (passages_words, rank) VALUES ('secure-delete', 1)`);
}

/** The query of groups of words: each group is quoted word or quoted word. Null where there is nothing to look for. */
export function matchOf(groups: readonly (readonly string[])[]): string | null {
  const wanted = groups.filter((group) => group.length > 0);
  if (wanted.length === 0) return null;
  const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
  return wanted.map((group) => `(${group.map(quoted).join(' OR ')})`).join(' AND ');
}
