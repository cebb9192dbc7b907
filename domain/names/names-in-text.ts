/**
 * Where the names of the register stand in a text: folded (case, diacritics, apostrophes and hyphens), in any script,
 * by whole words, the longest first. They are offered, and never set by themselves.
 */
import type { SourceId } from '../ids.ts';
import { foldText } from '../text/fold-text.ts';
import type { TextRange } from '../text/selector.ts';
import { beginsAsName, isInCapitals, isOneName, type NameToken, nameTokens } from './name-tokens.ts';

/** A source with all the names that it is known under. */
export type KnownName = { readonly id: SourceId; readonly names: readonly string[] };

/** A name in a text, in UTF-16 units, with the sources that are known under it: several may share one. */
export type NameInText = TextRange & { readonly ids: readonly SourceId[] };

export type NameBook = {
  /** The names in `text`, in its order, none within another. */
  readonly inText: (text: string) => readonly NameInText[];
};

/**
 * How a name of a single word has to be written: "WHO" is not "who", and "May" is not "may". Names of several words are
 * found in any case.
 */
type Writing = 'any' | 'begins as a name' | 'in capitals';

type Entry = { readonly keys: readonly string[]; readonly writing: Writing; readonly ids: SourceId[] };

const MOST_LETTERS_OF_ACRONYM = 6;

const writingOf = (tokens: readonly NameToken[]): Writing => {
  const [only, ...others] = tokens;
  if (only === undefined || others.length > 0 || /^\p{Ll}/u.test(only.text)) return 'any';
  const isAcronym = isInCapitals(only) && only.text.length <= MOST_LETTERS_OF_ACRONYM;
  return isAcronym ? 'in capitals' : 'begins as a name';
};

const isWritten = (token: NameToken, writing: Writing): boolean =>
  writing === 'any' || (writing === 'in capitals' ? isInCapitals(token) : beginsAsName(token));

/** How a name is looked for; null of a letter alone, which names nobody. */
const wordsOf = (name: string): Pick<Entry, 'keys' | 'writing'> | null => {
  const tokens = nameTokens(name);
  const keys = tokens.map(({ key }) => key);
  return keys.join('').length < 2 ? null : { keys, writing: writingOf(tokens) };
};

const entriesByWords = (known: readonly KnownName[]): ReadonlyMap<string, Entry> => {
  const byWords = new Map<string, Entry>();
  for (const { id, words } of known.flatMap((each) =>
    each.names.flatMap((name) => ({ id: each.id, words: wordsOf(name) })),
  )) {
    if (words === null) continue;
    const key = `${words.writing} ${words.keys.join(' ')}`;
    const entry = byWords.get(key) ?? { ...words, ids: [] };
    byWords.set(key, entry);
    if (!entry.ids.includes(id)) entry.ids.push(id);
  }
  return byWords;
};

type Entries = ReadonlyMap<string, readonly Entry[]>;

/** The entries by their first word, the longest first. */
const entriesOf = (known: readonly KnownName[]): Entries => {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entriesByWords(known).values()) {
    const [first = ''] = entry.keys;
    const entries = byFirst.get(first);
    if (entries === undefined) byFirst.set(first, [entry]);
    else entries.push(entry);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.keys.length - a.keys.length);
  return byFirst;
};

/** A word without letters that belong to the sentence: from `skip` on, `length` letters of it. */
type Stem = { readonly key: string; readonly skip: number; readonly length: number };

/** Particles that Hebrew and Arabic write as one with the word after them. */
const prefixes = /^(?:[והבלכמש]{1,3}(?=\p{Script=Hebrew}{3})|[وف]?[بلك]?(?:ال)?(?=\p{Script=Arabic}{3}))/u;
/** Particles that Korean writes as one with the word before them. */
const suffixes = /(?<=\p{Script=Hangul}{2})(?:에서|에게|으로|은|는|이|가|을|를|의|에|도|로|과|와)$/u;

/** The word, then what it may be without particles. */
const stemsOf = ({ key }: NameToken): readonly Stem[] => {
  const whole = { key, skip: 0, length: key.length };
  const [before = ''] = prefixes.exec(key) ?? [];
  const [behind = ''] = suffixes.exec(key) ?? [];
  const parts = Array.from({ length: before.length }, (_, at) => at + 1).map((skip) => ({
    key: key.slice(skip),
    skip,
    length: key.length - skip,
  }));
  const stem = key.slice(0, key.length - behind.length);
  return [whole, ...parts, ...(behind === '' ? [] : [{ key: stem, skip: 0, length: stem.length }])];
};

/** What cuts off a word's end can only end a name. */
const isWhole = ({ key }: NameToken, { skip, length }: Stem): boolean => skip + length === key.length;

type Found = NameInText & { readonly count: number };
type Text = { readonly text: string; readonly tokens: readonly NameToken[] };

/** Whether the words of a name go on behind its first, which stands at `at`. */
const goesOn = ({ text, tokens }: Text, at: number, [, ...keys]: readonly string[]): boolean =>
  keys.every((key, index) => {
    const [before, token] = [tokens[at + index], tokens[at + index + 1]];
    return token?.key === key && before !== undefined && isOneName(text, before, token);
  });

const placeOf = ({ tokens }: Text, at: number, stem: Stem, count: number): TextRange => {
  const { key, text, start, end } = tokens[at] as NameToken;
  const isFolded = key.length !== text.length;
  const from = isFolded ? start : start + stem.skip;
  if (count > 1) return { start: from, end: tokens[at + count - 1]?.end ?? end };
  return { start: from, end: isFolded ? end : from + stem.length };
};

/** The longest name that begins at a word; null for none. */
const nameAt = (where: Text, at: number, entries: Entries): Found | null => {
  const first = where.tokens[at];
  if (first === undefined) return null;
  for (const stem of stemsOf(first)) {
    const found = (entries.get(stem.key) ?? []).filter(
      ({ keys, writing }) =>
        isWritten(first, writing) && (keys.length === 1 || isWhole(first, stem)) && goesOn(where, at, keys),
    );
    const count = found[0]?.keys.length ?? 0;
    if (count === 0) continue;
    const ids = new Set(found.filter(({ keys }) => keys.length === count).flatMap((each) => each.ids));
    return { ...placeOf(where, at, stem, count), ids: [...ids], count };
  }
  return null;
};

/** So few first words are looked for in a text before it is taken apart. */
const FEW = 40;

/** The names of `known`, made ready to be found. Linear in them. */
export const createNameBook = (known: readonly KnownName[]): NameBook => {
  const entries = entriesOf(known);
  const few = entries.size <= FEW ? [...entries.keys()] : null;
  const mayHold = (text: string): boolean => {
    if (few === null) return true;
    const folded = foldText(text);
    return few.some((key) => folded.includes(key));
  };
  return {
    inText(text) {
      if (entries.size === 0 || !mayHold(text)) return [];
      const tokens = nameTokens(text);
      const names: NameInText[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        const found = nameAt({ text, tokens }, at, entries);
        if (found === null) continue;
        const { count, ...name } = found;
        names.push(name);
        at += count - 1;
      }
      return names;
    },
  };
};
