/**
 * The words of some documents, in an FTS5 table. Texts of articles and short documents are in separate tables: SQLite
 * can rank a range of rows, but computes text lengths and word frequencies over the whole table.
 */
import { type Database, toBytes } from './open-database.ts';
import { type PrintedRows, printedRows, type RowRange } from './rows.ts';

/** The amount of words merged at once: a question waits no longer than for that. */
const MERGED_PAGES = 48;

/** The SQL that creates a table; all columns are contentless. */
export const wordTableSql = (name: string): string => `
  CREATE VIRTUAL TABLE ${name} USING fts5 (
    tokens, content = '', contentless_delete = 1, prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
  );
`;

/**
 * Steps from the first row of one part to that of the next: there is a row for each page of words, and this is queried
 * after each act.
 */
const partCount = (name: string): string => `
  WITH RECURSIVE part (id) AS (
    SELECT min(segid) FROM ${name}_idx
    UNION ALL
    SELECT (SELECT min(segid) FROM ${name}_idx WHERE segid > id) FROM part WHERE id IS NOT NULL
  )
  SELECT count(id) AS count FROM part
`;

export class WordTable {
  readonly #database: Database;
  readonly #name: string;
  /** SQLite writes a new part for each row below the previous one: so they are written sorted, at the end. */
  readonly #pending = new Map<number, string>();

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
    database.exec(`CREATE VIRTUAL TABLE temp.${name}_vocabulary USING fts5vocab ('main', '${name}', 'row')`);
  }

  /** Adds the words of a document, which are written by `write`. */
  insert(row: number, tokens: string): void {
    this.#pending.set(row, tokens);
  }

  /** Writes what was added. */
  write(): void {
    const pending = [...this.#pending].sort(([a], [b]) => a - b);
    this.#pending.clear();
    for (const [row, tokens] of pending)
      this.#database.run(`INSERT INTO ${this.#name} (rowid, tokens) VALUES (?, ?)`, [row, toBytes(tokens)]);
  }

  /** Discards what was added and not written. */
  forget(): void {
    this.#pending.clear();
  }

  /** Removes the words of a document, even if they were added and not written. */
  delete(row: number): void {
    if (this.#pending.delete(row)) return;
    this.#database.run(`DELETE FROM ${this.#name} WHERE rowid = ?`, [row]);
  }

  /** The rows that an FTS5 query finds. */
  find(query: string): PrintedRows {
    const sql = `SELECT CAST(group_concat(rowid) AS BLOB) AS rows FROM ${this.#name} WHERE ${this.#name} MATCH ?`;
    return printedRows(this.#database.all(sql, [query])[0]);
  }

  /** The first rows within a range that a query finds. */
  findWithin(query: string, { first, last }: RowRange, limit: number): PrintedRows {
    const [found] = this.#database.all(
      `SELECT CAST(group_concat(id) AS BLOB) AS rows FROM (SELECT rowid AS id FROM ${this.#name} WHERE ${this.#name} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)`,
      [query, first, last, limit],
    );
    return printedRows(found);
  }

  /**
   * The rows in `ranges`, which are ascending, that a query finds, best first. All ranges in one pass, because SQLite
   * computes the frequency of each word in each pass.
   */
  rank(query: string, ranges: readonly RowRange[]): PrintedRows {
    if (ranges.length === 0) return printedRows(undefined);
    const between = ranges.slice(1).map((range, at) => [ranges[at]?.last ?? 0, range.first]);
    const gaps = between.map(() => ' AND NOT (rowid > ? AND rowid < ?)').join('');
    const [found] = this.#database.all(
      `SELECT CAST(group_concat(id) AS BLOB) AS rows FROM (SELECT rowid AS id FROM ${this.#name} WHERE ${this.#name} MATCH ? AND rowid BETWEEN ? AND ?${gaps} ORDER BY bm25(${this.#name}) LIMIT -1)`,
      [query, ranges[0]?.first ?? 0, ranges.at(-1)?.last ?? 0, ...between.flat()],
    );
    return printedRows(found);
  }

  /**
   * The number of parts in which the words are stored: each is searched for each word. Many writes leave many parts.
   */
  countParts(): number {
    const [parts] = this.#database.all(partCount(this.#name));
    return Number(parts?.count);
  }

  /** Merges some of the words; returns false when nothing is left to do. */
  gather(isFirst: boolean): boolean {
    const changes = (): number => Number(this.#database.all('SELECT total_changes() AS count')[0]?.count);
    const before = changes();
    // A negative number starts with all existing parts, see "merge" in the documentation of FTS5.
    this.#database.run(`INSERT INTO ${this.#name} (${this.#name}, rank) VALUES ('merge', ?)`, [
      isFirst ? -MERGED_PAGES : MERGED_PAGES,
    ]);
    return changes() - before >= 2;
  }

  /** The number of documents that contain a word. */
  countOf(word: string): number {
    const [found] = this.#database.all(`SELECT doc FROM ${this.#name}_vocabulary WHERE term = ?`, [word]);
    return Number(found?.doc ?? 0);
  }

  /** The words from `first` up to `last`, with the number of documents that contain each. */
  words(first: string, last: string): readonly { readonly word: string; readonly count: number }[] {
    return this.#database.all(
      `SELECT term AS word, doc AS count FROM ${this.#name}_vocabulary WHERE term >= ? AND term < ?`,
      [first, last],
    ) as never;
  }
}
