/**
 * The forms of words: which words of the archive have the same stem, by the language of their text (Snowball: M. F.
 * Porter, "Snowball: A language for stemming algorithms", 2001). A search looks up all forms of a typed word in this
 * table, so that phrases and quoted words stay exact, and marking hits needs no stems.
 */
import { startsUnspaced } from '#domain/search/search-words.ts';
import { foldText } from '#domain/text/fold-text.ts';
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
    stem TEXT NOT NULL, word TEXT NOT NULL, languages INTEGER NOT NULL, PRIMARY KEY (stem, word)
  ) WITHOUT ROWID;
  CREATE INDEX open_form_word ON open_form (word, stem, languages);
`;

/**
 * The codes of languages for which most forms were found in trials; in Polish, words whose stem changes are not
 * covered.
 */
const languages = [
  ...['da', 'de', 'el', 'en', 'es', 'fi', 'fr', 'hu', 'it', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sv'],
] as const;
type StemmedLanguage = (typeof languages)[number];

/** The stemmed languages that are not written in Latin letters. */
const scripts: readonly (readonly [RegExp, readonly StemmedLanguage[]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Latin}/u, languages.filter((language) => language !== 'ru' && language !== 'el')],
];
/** The languages in which a word may be, by its letters. */
const languagesOfScript = (typed: string): readonly StemmedLanguage[] =>
  scripts.find(([letters]) => letters.test(typed))?.[1] ?? [];

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
/** The number of words remembered to be in the table, so that each is written once. */
const MOST_KNOWN = 400_000;

const hasForms = (folded: string): boolean => folded.length >= MIN_LENGTH && !startsUnspaced(folded);

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

/** The stems of a word in each language that its script permits, each once. */
const openStemsOf = (typed: string, folded: string): readonly OpenStem[] => {
  const found = new Map<string, number>();
  for (const language of languagesOfScript(typed))
    for (const made of stemsIn(language, typed, folded))
      found.set(made, (found.get(made) ?? 0) | (1 << languages.indexOf(language)));
  return [...found].map(([made, bits]) => ({ stem: made, languages: bits }));
};

/** Stands for the language of a text that has none. */
const OPEN = '*';

export class FormTable {
  readonly #database: Database;
  readonly #known = new Set<string>();
  readonly #forms = new Map<string, readonly string[]>();
  #languages: readonly StemmedLanguage[] | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds the words of a text. One without a language is stemmed in each language that its letters permit: two words
   * are then forms of each other if they are in any one of these.
   */
  enter(tag: string | null, text: string): void {
    const language = isUnnamed(tag) ? OPEN : stemmedLanguage(tag);
    if (language === null) return;
    for (const [typed] of text.normalize('NFC').toLowerCase().matchAll(word)) {
      const key = `${language} ${typed}`;
      if (this.#known.has(key)) continue;
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.add(key);
      this.#enterWord(language, typed);
    }
  }

  #enterWord(language: StemmedLanguage | typeof OPEN, typed: string): void {
    const folded = foldText(typed);
    if (!hasForms(folded)) return;
    this.#forms.clear();
    if (language === OPEN) {
      this.#enterOpen(typed, folded);
      return;
    }
    this.#languages = null;
    for (const made of stemsIn(language, typed, folded))
      this.#database.run('INSERT OR IGNORE INTO form VALUES (?, ?, ?)', [language, made, folded]);
  }

  #enterOpen(typed: string, folded: string): void {
    for (const { stem: made, languages: bits } of openStemsOf(typed, folded))
      this.#database.run(
        'INSERT INTO open_form VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET languages = languages | excluded.languages',
        [made, folded, bits],
      );
  }

  /** Discards words that were added but not written. */
  forget(): void {
    this.#known.clear();
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
      ...this.#openStems(folded).flatMap((each) => this.#openWordsOf(each)),
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

  /** The same of texts without a language. */
  #openStems(folded: string): readonly OpenStem[] {
    const found = this.#database.all('SELECT stem, languages FROM open_form WHERE word = ?', [folded]);
    return [...(found as readonly unknown[] as readonly OpenStem[]), ...openStemsOf(folded, folded)];
  }

  #openWordsOf({ stem: asked, languages: bits }: OpenStem): readonly string[] {
    return this.#database
      .all('SELECT word FROM open_form WHERE stem = ? AND languages & ? <> 0', [asked, bits])
      .map((row) => String(row.word));
  }

  #wordsOf({ language, stem: asked }: Stem): readonly string[] {
    return this.#database
      .all('SELECT word FROM form WHERE language = ? AND stem = ?', [language, asked])
      .map((row) => String(row.word));
  }
}
