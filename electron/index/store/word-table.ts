/**
 * The words of some documents, a table of FTS5. Texts of articles and all that is short stand in tables of their own:
 * SQLite ranks a range of rows, and counts how long texts are and where a word stands for the whole of a table.
 */
import { type Database, toBytes } from './open-database.ts';
import { type PrintedRows, printedRows, type RowRange } from './rows.ts';

/** So much of the words is brought together at once: a question waits for no more than that. */
const MERGED_PAGES = 48;

/** What makes a table; every column of it is left to the documents. */
export const wordTableSql = (name: string): string => `
  CREATE VIRTUAL TABLE ${name} USING fts5 (
    tokens, content = '', contentless_delete = 1, prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
  );
`;

/**
 * From the first row of a part to that of the next: there is a row for each page of words, and this is asked after each
 * act.
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
  /** SQLite writes a part for each row that is below the one before it: they are written in their order, at the end. */
  readonly #pending = new Map<number, string>();

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
    database.exec(`CREATE VIRTUAL TABLE temp.${name}_vocabulary USING fts5vocab ('main', '${name}', 'row')`);
  }

  /** Takes in the words of a document, which are written by `write`. */
  insert(row: number, tokens: string): void {
    this.#pending.set(row, tokens);
  }

  /** Writes what was taken in. */
  write(): void {
    const pending = [...this.#pending].sort(([a], [b]) => a - b);
    this.#pending.clear();
    for (const [row, tokens] of pending)
      this.#database.run(`INSERT INTO ${this.#name} (rowid, tokens) VALUES (?, ?)`, [row, toBytes(tokens)]);
  }

  /** Forgets what was taken in and not written. */
  forget(): void {
    this.#pending.clear();
  }

  /** Takes out the words of a document, also where they were taken in and not written. */
  delete(row: number): void {
    if (this.#pending.delete(row)) return;
    this.#database.run(`DELETE FROM ${this.#name} WHERE rowid = ?`, [row]);
  }

  /** The rows that a query of FTS5 finds. */
  find(query: string): PrintedRows {
    const sql = `SELECT CAST(group_concat(rowid) AS BLOB) AS rows FROM ${this.#name} WHERE ${this.#name} MATCH ?`;
    return printedRows(this.#database.all(sql, [query])[0]);
  }

  /** The first rows of a range that a query finds. */
  findWithin(query: string, { first, last }: RowRange, limit: number): PrintedRows {
    const [found] = this.#database.all(
      `SELECT CAST(group_concat(id) AS BLOB) AS rows FROM (SELECT rowid AS id FROM ${this.#name} WHERE ${this.#name} MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)`,
      [query, first, last, limit],
    );
    return printedRows(found);
  }

  /**
   * The rows in `ranges`, which rise, that a query finds, best first. All ranges in one pass: for each SQLite
   * counts where each word stands.
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

  /** In how many parts the words lie: each is looked through for each word. Much that is entered leaves many. */
  countParts(): number {
    const [parts] = this.#database.all(partCount(this.#name));
    return Number(parts?.count);
  }

  /** Brings some of the words together; answers false when there is nothing left to do. */
  gather(isFirst: boolean): boolean {
    const changes = (): number => Number(this.#database.all('SELECT total_changes() AS count')[0]?.count);
    const before = changes();
    // A negative number begins with all parts there are, see "merge" in the documentation of FTS5.
    this.#database.run(`INSERT INTO ${this.#name} (${this.#name}, rank) VALUES ('merge', ?)`, [
      isFirst ? -MERGED_PAGES : MERGED_PAGES,
    ]);
    return changes() - before >= 2;
  }

  /** The words from `first` up to `last`, and in how many documents each stands. */
  words(first: string, last: string): readonly { readonly word: string; readonly count: number }[] {
    return this.#database.all(
      `SELECT term AS word, doc AS count FROM ${this.#name}_vocabulary WHERE term >= ? AND term < ?`,
      [first, last],
    ) as never;
  }
}
