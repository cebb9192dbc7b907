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

type Entry = { readonly writing: Writing; readonly ids: SourceId[] };

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
const wordsOf = (name: string): { readonly keys: readonly string[]; readonly writing: Writing } | null => {
  const tokens = nameTokens(name);
  const keys = tokens.map(({ key }) => key);
  return keys.join('').length < 2 ? null : { keys, writing: writingOf(tokens) };
};

/** The names of one first word, by all of their words; and of how many words any of them is, the longest first. */
type Family = { readonly byWords: Map<string, Entry[]>; readonly counts: number[] };

const enter = (families: Map<string, Family>, id: SourceId, name: string): void => {
  const words = wordsOf(name);
  const [first] = words?.keys ?? [];
  if (words === null || first === undefined) return;
  const family = families.get(first) ?? { byWords: new Map<string, Entry[]>(), counts: [] };
  families.set(first, family);
  const key = words.keys.join(' ');
  const entries = family.byWords.get(key) ?? [];
  family.byWords.set(key, entries);
  const entry = entries.find(({ writing }) => writing === words.writing);
  if (entry === undefined) entries.push({ writing: words.writing, ids: [id] });
  else if (!entry.ids.includes(id)) entry.ids.push(id);
  if (family.counts.includes(words.keys.length)) return;
  family.counts.push(words.keys.length);
  family.counts.sort((a, b) => b - a);
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

/** The words of a name that begins at `at` with the stem, so many of them; null where they are not of one name. */
const wordsAt = ({ text, tokens }: Text, at: number, stem: Stem, count: number): string | null => {
  const keys = [stem.key];
  for (let next = at + 1; next < at + count; next += 1) {
    const [before, token] = [tokens[next - 1], tokens[next]];
    if (before === undefined || token === undefined || !isOneName(text, before, token)) return null;
    keys.push(token.key);
  }
  return keys.join(' ');
};

const placeOf = ({ tokens }: Text, at: number, stem: Stem, count: number): TextRange => {
  const { key, text, start, end } = tokens[at] as NameToken;
  const isFolded = key.length !== text.length;
  const from = isFolded ? start : start + stem.skip;
  if (count > 1) return { start: from, end: tokens[at + count - 1]?.end ?? end };
  return { start: from, end: isFolded ? end : from + stem.length };
};

/** The name of so many words from `at` on; null for none. */
const nameOf = (where: Text, at: number, stem: Stem, { byWords }: Family, count: number): Found | null => {
  const first = where.tokens[at];
  if (first === undefined || (count > 1 && !isWhole(first, stem))) return null;
  const words = wordsAt(where, at, stem, count);
  const entries = words === null ? [] : (byWords.get(words) ?? []);
  const ids = entries.filter(({ writing }) => isWritten(first, writing)).flatMap((entry) => entry.ids);
  return ids.length === 0 ? null : { ...placeOf(where, at, stem, count), ids: [...new Set(ids)], count };
};

/** The longest name that begins at a word; null for none. */
const nameAt = (where: Text, at: number, families: ReadonlyMap<string, Family>): Found | null => {
  for (const stem of stemsOf(where.tokens[at] as NameToken)) {
    const family = families.get(stem.key);
    if (family === undefined) continue;
    const found = firstOf(family.counts, (count) => nameOf(where, at, stem, family, count));
    if (found !== null) return found;
  }
  return null;
};

const firstOf = (counts: readonly number[], find: (count: number) => Found | null): Found | null => {
  for (const count of counts) {
    const found = find(count);
    if (found !== null) return found;
  }
  return null;
};

/** So few first words are looked for in a text before it is taken apart. */
const FEW = 40;

const bookOf = (families: ReadonlyMap<string, Family>): NameBook => {
  const few = families.size <= FEW ? [...families.keys()] : null;
  const mayHold = (text: string): boolean => {
    if (few === null) return true;
    const folded = foldText(text);
    return few.some((key) => folded.includes(key));
  };
  return {
    inText(text) {
      if (families.size === 0 || !mayHold(text)) return [];
      const tokens = nameTokens(text);
      const names: NameInText[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        const found = nameAt({ text, tokens }, at, families);
        if (found === null) continue;
        const { count, ...name } = found;
        names.push(name);
        at += count - 1;
      }
      return names;
    },
  };
};

/**
 * The double names among the words of `names` of which a part is a name by itself: with "Tolvanen" as an alias of "Mara
 * Tolvanen-Ek" also "Tolvanen-Ek", so that it is found whole.
 */
const doubleNames = (names: readonly string[]): readonly string[] => {
  const keysOf = (name: string) => nameTokens(name).map(({ key }) => key);
  const single = new Set(
    names.map(keysOf).flatMap(([key, ...others]) => (others.length > 0 ? [] : (key ?? []))),
  );
  if (single.size === 0) return [];
  return names
    .flatMap((name) => name.split(/\s+/u))
    .filter((part) => /\p{L}\p{Pd}\p{L}/u.test(part) && keysOf(part).some((key) => single.has(key)));
};

/** Makes the names of `known` ready to be found, one source a step. Linear in them. */
export function* makingNameBook(known: readonly KnownName[]): Generator<void, NameBook> {
  const families = new Map<string, Family>();
  for (const { id, names } of known) {
    for (const name of [...names, ...doubleNames(names)]) enter(families, id, name);
    yield;
  }
  return bookOf(families);
}

/** What the steps come to. */
export const finish = <Made>(steps: Generator<void, Made>): Made => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** The names of `known`, made ready to be found. */
export const createNameBook = (known: readonly KnownName[]): NameBook => finish(makingNameBook(known));
