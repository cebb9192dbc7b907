/**
 * The forms of words: which words of the archive have the same stem, by the language of their text (Snowball: M. F.
 * Porter, "Snowball: A language for stemming algorithms", 2001). A search looks up all forms of a typed word in this
 * table, so that phrases and quoted words stay exact, and marking hits needs no stems.
 */
import { startsUnspaced } from '#domain/search/search-words.ts';
import { foldText, isAscii } from '#domain/text/fold-text.ts';
import type { Database } from './open-database.ts';

/**
 * The stemmer, which is WebAssembly. Its loader tests whether it was given a `Response` or a `Request`; in Node that
 * test alone loads all of fetch, which takes longer than everything else that a small index loads. So both are removed
 * while it is loaded.
 */
const names = ['Response', 'Request'] as const;
const hidden = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
for (const name of names) Reflect.deleteProperty(globalThis, name);
// Imported dynamically, because the test is made during loading.
const { stem } = await import('multilingual-stemmer').finally(() => {
  for (const [name, property] of hidden)
    if (property !== undefined) Object.defineProperty(globalThis, name, property);
});

/**
 * The SQL of the table. A word stays in it when the last text with it is removed: a search for it then finds nothing.
 */
export const formTableSql = `
  CREATE TABLE form (
    language TEXT NOT NULL, stem TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (language, stem, word)
  ) WITHOUT ROWID;
  CREATE INDEX form_word ON form (word, language, stem);
  CREATE TABLE open_form (
    stem TEXT NOT NULL, word TEXT NOT NULL, languages INTEGER NOT NULL, PRIMARY KEY (stem, word, languages)
  ) WITHOUT ROWID;
`;

/**
 * The codes of languages for which most forms were found in trials; in Polish, words whose stem changes are not
 * covered.
 */
const languages = [
  ...['da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'hu', 'it', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sv'],
] as const;
type StemmedLanguage = (typeof languages)[number];

/** The bit of each language in a row of `open_form`, which stays what it is while an index is used. */
const bitOf = Object.fromEntries(languages.map((language, at) => [language, 1 << at])) as Readonly<
  Record<StemmedLanguage, number>
>;

/** The stemmed languages that are not written in Latin letters. */
const scripts: readonly (readonly [RegExp, readonly StemmedLanguage[]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Latin}/u, languages.filter((language) => language !== 'ru' && language !== 'el')],
];
/**
 * Languages in which no word ends in a doubled consonant. Their stemmers still make one consonant of two, for words
 * that had an ending: without this, every word with its last letter typed twice would be a form of the right one.
 */
const singleAtEnd: ReadonlySet<StemmedLanguage> = new Set(['da', 'fi', 'nl']);
const doubledAtEnd = /([b-df-hj-np-tv-z])\1$/u;

const doubledScripts = scripts.map(
  ([letters, permitted]) => [letters, permitted.filter((language) => !singleAtEnd.has(language))] as const,
);
/** The languages in which a word may be, by its letters and its end. */
const languagesOfWord = (typed: string, folded: string): readonly StemmedLanguage[] =>
  (doubledAtEnd.test(folded) ? doubledScripts : scripts).find(([letters]) => letters.test(typed))?.[1] ?? [];

/** Tags that name no language. */
const unnamed: ReadonlySet<string> = new Set(['', 'und', 'mul', 'mis', 'zxx']);
const isUnnamed = (tag: string | null): boolean =>
  unnamed.has((tag ?? '').toLowerCase().split('-', 1)[0] ?? '');

/** The language of a text by its tag, such as "en-GB"; null if its words are not stemmed. */
const stemmedLanguage = (tag: string | null): StemmedLanguage | null => {
  const [code = ''] = (tag ?? '').toLowerCase().split('-');
  const written = code === 'nb' || code === 'nn' ? 'no' : code;
  return languages.find((language) => language === written) ?? null;
};

const word = /[\p{L}\p{M}]+/gu;
/** Shorter words hardly have endings. */
const MIN_LENGTH = 3;
/** The most forms of one word that are looked up. */
const MOST_FORMS = 40;
/** The number of words of a language remembered to be in the table, so that each is written once. */
const MOST_KNOWN = 400_000;

const hasForms = (folded: string): boolean =>
  folded.length >= MIN_LENGTH && !startsUnspaced(folded) && !/\p{N}/u.test(folded);

type Stem = { readonly language: string; readonly stem: string };

/** A stem of a word whose language is open, with the languages that make it: one bit each. */
type OpenStem = { readonly stem: string; readonly languages: number };

/**
 * The stems of a word in a language, folded: that of the word as it is written, and that of its folded form, since a
 * search knows only that one ("hajo" of "hajó").
 */
const stemsIn = (language: StemmedLanguage, typed: string, folded: string): readonly string[] => {
  const own = foldText(stem(language, typed));
  return typed === folded ? [own] : [...new Set([own, foldText(stem(language, folded))])];
};

/** The stems of a word in each language that it may be in, each once. */
const openStemsOf = (typed: string, folded: string): readonly OpenStem[] => {
  const found: { stem: string; languages: number }[] = [];
  for (const language of languagesOfWord(typed, folded))
    for (const made of stemsIn(language, typed, folded)) {
      const same = found.find((each) => each.stem === made);
      if (same === undefined) found.push({ stem: made, languages: bitOf[language] });
      else same.languages |= bitOf[language];
    }
  return found;
};

/** Stands for the language of a text that has none. */
const OPEN = '*';

/** A row of one of the two tables. */
type Row = readonly [string, string, string | number];

/** Each number has a statement of its own, which stays prepared. */
const ROWS_AT_ONCE = 24;
const insertInto = (table: string, count: number): string =>
  `INSERT OR IGNORE INTO ${table} VALUES ${Array.from({ length: count }, () => '(?, ?, ?)').join(', ')}`;

/** The words of a text as they are written, in small letters; in ASCII they are those of the index. */
const typedWords = (text: string, tokens: string): readonly string[] =>
  isAscii(text) ? tokens.split(' ') : (text.normalize('NFC').toLowerCase().match(word) ?? []);

export class FormTable {
  readonly #database: Database;
  readonly #known = new Map<string, Set<string>>();
  readonly #rows: Row[] = [];
  readonly #openRows: Row[] = [];
  readonly #forms = new Map<string, readonly string[]>();
  #languages: readonly StemmedLanguage[] | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds the words of a text, of which `tokens` are the words of the index. One without a language is stemmed in each
   * language that its words may be in: two words are then forms of each other if they are in any one of these. `write`
   * writes them.
   */
  enter(tag: string | null, text: string, tokens: string): void {
    const language = isUnnamed(tag) ? OPEN : stemmedLanguage(tag);
    if (language === null) return;
    const known = this.#knownIn(language);
    for (const typed of typedWords(text, tokens)) {
      if (known.has(typed)) continue;
      known.add(typed);
      this.#addRows(language, typed);
    }
  }

  #knownIn(language: StemmedLanguage | typeof OPEN): Set<string> {
    const held = this.#known.get(language);
    if (held !== undefined && held.size < MOST_KNOWN) return held;
    const known = new Set<string>();
    this.#known.set(language, known);
    return known;
  }

  #addRows(language: StemmedLanguage | typeof OPEN, typed: string): void {
    const folded = foldText(typed);
    if (!hasForms(folded)) return;
    if (language === OPEN)
      for (const made of openStemsOf(typed, folded)) this.#openRows.push([made.stem, folded, made.languages]);
    else for (const made of stemsIn(language, typed, folded)) this.#rows.push([language, made, folded]);
  }

  /** Writes what was added: sorted and many at once, which takes half as long as one by one. */
  write(): void {
    if (this.#rows.length + this.#openRows.length > 0) this.#forms.clear();
    if (this.#rows.length > 0) this.#languages = null;
    this.#writeRows('form', this.#rows);
    this.#writeRows('open_form', this.#openRows);
  }

  #writeRows(table: string, rows: Row[]): void {
    rows.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE);
      this.#database.run(insertInto(table, some.length), some.flat());
    }
    rows.length = 0;
  }

  /** Discards words that were added but not written. */
  forget(): void {
    this.#known.clear();
    this.#rows.length = 0;
    this.#openRows.length = 0;
    this.#forms.clear();
    this.#languages = null;
  }

  /** The other words of the archive that are forms of a folded one, the shortest first. */
  formsOf(folded: string): readonly string[] {
    if (!hasForms(folded)) return [];
    const known = this.#forms.get(folded) ?? this.#findForms(folded);
    this.#forms.set(folded, known);
    return known;
  }

  #findForms(folded: string): readonly string[] {
    const forms = new Set([
      ...this.#stemsOf(folded).flatMap((each) => this.#wordsOf(each)),
      ...this.#openWordsOf(openStemsOf(folded, folded)),
    ]);
    forms.delete(folded);
    return [...forms].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_FORMS);
  }

  /**
   * Its stems as they are in texts, and as they would be in each language of the archive, because no text may contain
   * it.
   */
  #stemsOf(folded: string): readonly Stem[] {
    const found = this.#database.all('SELECT language, stem FROM form WHERE word = ?', [folded]);
    const asTyped = this.#languagesHeld().map((language) => ({
      language,
      stem: foldText(stem(language, folded)),
    }));
    return [...(found as readonly unknown[] as readonly Stem[]), ...asTyped];
  }

  #languagesHeld(): readonly StemmedLanguage[] {
    this.#languages ??= languages.filter(
      (language) =>
        this.#database.all('SELECT 1 FROM form WHERE language = ? LIMIT 1', [language]).length > 0,
    );
    return this.#languages;
  }

  #openWordsOf(stems: readonly OpenStem[]): readonly string[] {
    if (stems.length === 0) return [];
    const anyStem = stems.map(() => '(stem = ? AND languages & ? <> 0)').join(' OR ');
    return this.#database
      .all(
        `SELECT word FROM open_form WHERE ${anyStem}`,
        stems.flatMap((each) => [each.stem, each.languages]),
      )
      .map((row) => String(row.word));
  }

  #wordsOf({ language, stem: asked }: Stem): readonly string[] {
    return this.#database
      .all('SELECT word FROM form WHERE language = ? AND stem = ?', [language, asked])
      .map((row) => String(row.word));
  }
}
