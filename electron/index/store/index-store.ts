/**
 * The search index on the disk. A unit is read and written as a whole: an article, a memo, or one of the lists at the
 * root of the archive. Each unit is written in one transaction together with the state of the files from which it was
 * read, so that the index is consistent at any time, however a process ended.
 */

import type { SearchFacts, SearchKind } from '#domain/search/language/search-facts.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { indexTokens } from '#domain/search/words/index-tokens.ts';
import { FormTable } from './form-table.ts';
import { type Database, toBytes, toText } from './open-database.ts';
import { joinRows, kindOfRow, numberOfRow, type PrintedRows, type RowRange, rowOf } from './rows.ts';
import { WordTable } from './word-table.ts';

/** The index data of a searchable document besides its words; `record` is returned unchanged. */
export type SearchDocument<Entry> = {
  /** Identifies it within its unit: a document with the same key and text is the same. */
  readonly key: string;
  readonly facts: Omit<SearchFacts, 'about'>;
  readonly record: Entry;
  /** The text that is shown of it, and other words by which it is found. */
  readonly text: string;
  readonly alsoFoundBy: string;
  /** The language of its words, if it differs from that of its unit (BCP 47); null if it is not known. */
  readonly language?: string | null;
};

export type StoredUnit = { readonly id: number; readonly name: string; readonly state: string };
/** A unit to be written; `content` is stored unchanged, if there is any. */
export type NewUnit = Omit<StoredUnit, 'id'> & { readonly content: string | null };
/** A document by its number, with the facts at the time it was entered. */
export type EnteredDocument = { readonly row: number; readonly facts: Omit<SearchFacts, 'about'> };
type KnownDocument = {
  readonly row: number;
  readonly key: string;
  readonly record: string;
  readonly text: string;
  /** Empty where it is not known. */
  readonly language: string;
};

const languageOf = <Entry>({ language }: SearchDocument<Entry>, ofUnit: string | null): string | null =>
  language === undefined ? ofUnit : language;

/** Whether it has words that no other document of its unit has: the quote of a passage is in its article. */
const hasNewWords = <Entry>({ facts, language }: SearchDocument<Entry>): boolean =>
  facts.kind !== 'passage' || language !== undefined;

/** As SQLite expects them: negative, in KiB. */
const cacheSizes = { few: -2000, many: -32_000 } as const;

/** The table of words for each kind, if it is not the common one. */
const tableOf: Partial<Record<SearchKind, keyof typeof wordTables>> = { article: 'texts' };

/** Names of the tables, as SQLite knows them. */
const wordTables = { common: 'words', texts: 'text_words' } as const;
export const wordTableNames: readonly string[] = Object.values(wordTables);

export class IndexStore {
  readonly #database: Database;
  readonly #words: Readonly<Record<keyof typeof wordTables, WordTable>>;
  readonly #forms: FormTable;
  readonly #nextNumbers: number[];
  readonly #revisions: number[] = [];

  constructor(database: Database) {
    this.#database = database;
    database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
    this.keepPages('many');
    const open = (name: string) => new WordTable(database, name);
    this.#words = { common: open(wordTables.common), texts: open(wordTables.texts) };
    this.#forms = new FormTable(database);
    this.#nextNumbers = searchKinds.map((_, kind) => this.#firstFree(kind));
  }

  /** Sets how much of the file is cached: pages that are read once need not be. */
  keepPages(count: keyof typeof cacheSizes): void {
    this.#database.exec(`PRAGMA cache_size = ${cacheSizes[count]}`);
  }

  #firstFree(kind: number): number {
    const [row] = this.#database.all('SELECT max(id) AS last FROM document WHERE id BETWEEN ? AND ?', [
      rowOf(kind, 0),
      rowOf(kind + 1, 0) - 1,
    ]);
    return typeof row?.last === 'number' ? numberOfRow(row.last) + 1 : 0;
  }

  /**
   * Read as one value: each start reads all of them, and passing three values for each row takes as long as reading
   * them.
   */
  units(): readonly StoredUnit[] {
    const [all] = this.#database.all(
      'SELECT CAST(group_concat(id || char(0) || name || char(0) || state, char(1)) AS BLOB) AS printed FROM unit',
    );
    const printed = toText(all?.printed);
    if (printed === '') return [];
    return printed.split('\u0001').map((unit) => {
      const [id, name = '', state = ''] = unit.split('\0');
      return { id: Number(id), name, state };
    });
  }

  /** The in-memory data of the units after the unit `id`, a few at a time. */
  heldAfter(id: number): readonly { readonly unit: number; readonly held: string }[] {
    const rows = this.#database.all('SELECT unit, held FROM held WHERE unit > ? ORDER BY unit LIMIT 50', [
      id,
    ]);
    return rows.map(({ unit, held }) => ({ unit: Number(unit), held: toText(held) }));
  }

  /** Stores the in-memory data of a unit, and the signature of its text, which is not in it. */
  hold(unit: number, held: string, signature: string | null): void {
    this.#database.run('INSERT OR REPLACE INTO held VALUES (?, ?, ?)', [unit, toBytes(held), signature]);
  }

  signatureOf(unit: number): string | null {
    const [row] = this.#database.all('SELECT signature FROM held WHERE unit = ?', [unit]);
    return typeof row?.signature === 'string' ? row.signature : null;
  }

  /**
   * The questions of the first view, each with the data made by this build; null if anything has changed since. Another
   * build may answer differently.
   */
  openings(build: string): ReadonlyMap<string, string | null> {
    const isOurs = this.#isMadeBy(build);
    const rows = this.#database.all('SELECT question, made FROM opening');
    return new Map(
      rows.map(({ question, made }) => [String(question), isOurs && made !== null ? String(made) : null]),
    );
  }

  #isMadeBy(build: string): boolean {
    return this.#database.all('SELECT build FROM made_by')[0]?.build === build;
  }

  /** Which articles have the same text, as JSON, as found by this build; null if anything has changed since. */
  textGroups(build: string): string | null {
    const [row] = this.#isMadeBy(build) ? this.#database.all('SELECT made FROM text_groups') : [];
    return typeof row?.made === 'string' ? row.made : null;
  }

  /** Replaces these data, which are valid until a unit is entered. */
  keepOpenings(build: string, openings: ReadonlyMap<string, string | null>, textGroups: string): void {
    this.#database.transact(() => {
      this.#database.exec('DELETE FROM opening; DELETE FROM text_groups; DELETE FROM made_by');
      this.#database.run('INSERT INTO made_by VALUES (?)', [build]);
      this.#database.run('INSERT INTO text_groups VALUES (?)', [textGroups]);
      for (const opening of openings) this.#database.run('INSERT INTO opening VALUES (?, ?)', opening);
    });
  }

  contentOf(name: string): string | null {
    const [unit] = this.#database.all(
      'SELECT content FROM content WHERE unit = (SELECT id FROM unit WHERE name = ?)',
      [name],
    );
    return unit === undefined ? null : toText(unit.content);
  }

  transact(act: () => void): void {
    const tables = Object.values(this.#words);
    let isWritten = false;
    try {
      this.#database.transact(() => {
        act();
        this.#database.run('UPDATE opening SET made = NULL WHERE made IS NOT NULL');
        this.#database.run('DELETE FROM text_groups');
        for (const table of tables) table.write();
        this.#forms.write();
      });
      isWritten = true;
    } finally {
      if (!isWritten) this.#forms.forget();
      for (const table of tables) table.forget();
    }
  }

  #wordsOf(row: number): WordTable {
    return this.#words[tableOf[searchKinds[kindOfRow(row)] ?? 'passage'] ?? 'common'];
  }

  /** Removes a unit with all its documents; returns their rows. */
  remove(name: string): readonly number[] {
    const [unit] = this.#database.all('SELECT id FROM unit WHERE name = ?', [name]);
    if (unit === undefined) return [];
    const id = Number(unit.id);
    const rows = this.#documentsOf(id).map(({ row }) => row);
    for (const row of rows) this.#removeDocument(row);
    this.#database.run('DELETE FROM held WHERE unit = ?', [id]);
    this.#database.run('DELETE FROM content WHERE unit = ?', [id]);
    this.#database.run('DELETE FROM unit WHERE id = ?', [id]);
    return rows;
  }

  /**
   * Read as one value each: an article may have ten thousand, and passing five values takes as long as reading them.
   */
  #documentsOf(unit: number): readonly KnownDocument[] {
    const documents = this.#database.all(
      `SELECT id, CAST(
         key || char(0) || language || char(0) || record || char(0) || text || char(10) || also AS BLOB
       ) AS printed
       FROM document WHERE unit = ?`,
      [unit],
    );
    return documents.map(({ id, printed }) => {
      // No id, tag of a language or JSON contains a NUL.
      const [key = '', language = '', record = '', ...text] = toText(printed).split('\0');
      return { row: Number(id), key, language, record, text: text.join('\0') };
    });
  }

  #removeDocument(row: number): void {
    this.#changeWords(kindOfRow(row));
    this.#wordsOf(row).delete(row);
    this.#database.run('DELETE FROM document WHERE id = ?', [row]);
  }

  /** Writes a unit in a language, or its changes; unchanged words are not indexed again. */
  enter<Entry>(
    { name, state, content }: NewUnit,
    documents: readonly SearchDocument<Entry>[],
    language: string | null = null,
  ): {
    readonly unit: number;
    readonly removed: readonly number[];
    readonly entered: readonly EnteredDocument[];
  } {
    this.#database.run(
      'INSERT INTO unit (name, state) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
      [name, state],
    );
    const unit = Number(this.#database.all('SELECT id FROM unit WHERE name = ?', [name])[0]?.id);
    if (content !== null)
      this.#database.run('INSERT OR REPLACE INTO content VALUES (?, ?)', [unit, toBytes(content)]);
    const known = new Map(this.#documentsOf(unit).map((document) => [document.key, document]));
    const entered = documents.map((document) => {
      const same = known.get(document.key);
      if (same?.text !== `${document.text}\n${document.alsoFoundBy}`)
        return this.#insert(unit, document, language);
      known.delete(document.key);
      return this.#update(same, document, language);
    });
    const removed = [...known.values()].map(({ row }) => row);
    for (const row of removed) this.#removeDocument(row);
    return { unit, removed, entered };
  }

  /** One act changes one document of an article, which may have thousands. */
  #update<Entry>(
    same: KnownDocument,
    document: SearchDocument<Entry>,
    ofUnit: string | null,
  ): EnteredDocument {
    const { row } = same;
    const { facts, record } = document;
    const language = languageOf(document, ofUnit);
    if ((language ?? '') !== same.language) {
      this.#database.run('UPDATE document SET language = ? WHERE id = ?', [language ?? '', row]);
      const words = `${document.text}\n${document.alsoFoundBy}`;
      if (hasNewWords(document)) this.#forms.enter(language, words, indexTokens(words));
    }
    const printed = JSON.stringify(record);
    if (printed !== same.record)
      this.#database.run('UPDATE document SET record = ? WHERE id = ?', [toBytes(printed), row]);
    return { row, facts };
  }

  #insert<Entry>(unit: number, document: SearchDocument<Entry>, ofUnit: string | null): EnteredDocument {
    const language = languageOf(document, ofUnit);
    const { key, facts, record, text, alsoFoundBy } = document;
    const row = this.#takeRow(facts.kind);
    this.#changeWords(kindOfRow(row));
    this.#database.run('INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)', [
      row,
      unit,
      key,
      toBytes(JSON.stringify(record)),
      toBytes(text),
      toBytes(alsoFoundBy),
      language ?? '',
    ]);
    const words = `${text}\n${alsoFoundBy}`;
    const tokens = indexTokens(words);
    if (hasNewWords(document)) this.#forms.enter(language, words, tokens);
    this.#wordsOf(row).insert(row, tokens);
    return { row, facts };
  }

  #changeWords(kind: number): void {
    this.#revisions[kind] = (this.#revisions[kind] ?? 0) + 1;
  }

  /** Changes with every change of the words of a document of the kind, as long as the store is open. */
  revisionOf(kind: SearchKind): number {
    return this.#revisions[searchKinds.indexOf(kind)] ?? 0;
  }

  #takeRow(kind: SearchKind): number {
    const at = searchKinds.indexOf(kind);
    const number = this.#nextNumbers[at] ?? 0;
    this.#nextNumbers[at] = number + 1;
    return rowOf(at, number);
  }

  /** The rows that an FTS5 query finds. */
  find(query: string): PrintedRows {
    return joinRows(Object.values(this.#words).map((words) => words.find(query)));
  }

  /** The first rows within a range, of one kind, that a query finds. */
  findWithin(query: string, range: RowRange, limit: number): PrintedRows {
    return this.#wordsOf(range.first).findWithin(query, range, limit);
  }

  /** The texts of the documents within a range, by their rows. */
  textsWithin({ first, last }: RowRange): readonly { readonly row: number; readonly text: string }[] {
    const found = this.#database.all('SELECT id, text FROM document WHERE id BETWEEN ? AND ?', [first, last]);
    return found.map(({ id, text }) => ({ row: Number(id), text: toText(text) }));
  }

  /** The rows in `ranges`, each of one kind, that a query finds: for each kind the best first. */
  rank(query: string, ranges: readonly RowRange[]): PrintedRows {
    return joinRows(
      Object.values(this.#words).map((words) => {
        const within = ranges.filter(({ first }) => this.#wordsOf(first) === words);
        return words.rank(query, within);
      }),
    );
  }

  /**
   * The number of parts in which the words are stored: each is searched for each word. Many writes leave many parts.
   */
  countParts(): number {
    return Math.max(...Object.values(this.#words).map((words) => words.countParts()));
  }

  /** Merges some of the words; returns false when nothing is left to do. */
  gather(isFirst: boolean): boolean {
    return Object.values(this.#words)
      .map((words) => words.gather(isFirst))
      .includes(true);
  }

  /** The words that begin with a letter, with the number of documents of a table that contain each. */
  words(letter: string): readonly { readonly word: string; readonly count: number }[] {
    return Object.values(this.#words).flatMap((words) => words.words(letter, `${letter}\u{10ffff}`));
  }

  /** The number of articles whose text contains a word of the index. */
  countArticles(word: string): number {
    return this.#words.texts.countOf(word);
  }

  /** The other words of the archive that are forms of a folded one. */
  formsOf(word: string): readonly string[] {
    return this.#forms.formsOf(word);
  }

  /** The shown data of a document. */
  show(row: number): { readonly record: string; readonly text: string } | null {
    const [found] = this.#database.all('SELECT record, text FROM document WHERE id = ?', [row]);
    return found === undefined ? null : { record: toText(found.record), text: toText(found.text) };
  }

  close(): void {
    this.#database.close();
  }
}
