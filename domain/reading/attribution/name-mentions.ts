/** Finds the mentions of a last name in a text, with the words before it: first names, offices, kin. */
import { sentenceOpeners } from '../abbreviations.ts';
import type { ReadingText } from '../reading-text.ts';
import { demonyms, honorifics, kinNouns, nameSuffixes, placeModifiers, shortOffices } from './name-words.ts';
import {
  beforeVerb,
  clauseOpeners,
  determiners,
  groupNouns,
  nameParticles,
  personNouns,
  pronouns,
  speakerNouns,
  titleWords,
} from './speaker-words.ts';
import { isCapital, type Token, tokensOf } from './tokens.ts';

export type NameMention = {
  /** First names as printed, in order; empty where the last name is alone. */
  readonly given: readonly string[];
  /** "Jr." and the like, lower case; empty for none. */
  readonly suffix: string;
  /** The whole name, verbatim. */
  readonly name: string;
  /** Offices that the words around give him, in full and lower case: "secretary", "president". */
  readonly offices: ReadonlySet<string>;
  readonly honorific: string | null;
  /** Whether a word of kinship brings the name in: "his wife Ann Roe". */
  readonly isKin: boolean;
  /** UTF-16 of the text. */
  readonly start: number;
};

const noGiven: readonly ReadonlySet<string>[] = [
  sentenceOpeners,
  clauseOpeners,
  beforeVerb,
  determiners,
  pronouns,
  speakerNouns,
  titleWords,
  demonyms,
  kinNouns,
];

const bare = (word: string): string => word.replace(/\.$/u, '');
const withoutPossessive = (text: string): string => text.replace(/['’]s?$/u, '');

/** "Then-President" is one too. */
const officeOf = ({ word }: Token): string | null => {
  const own = bare(word.split('-').at(-1) ?? word);
  const full = shortOffices[own] ?? own;
  return personNouns.has(full) ? full : null;
};

const isGiven = (token: Token, before: Token | undefined): boolean => {
  const { text, word } = token;
  if (nameParticles.has(word)) return true;
  // "Meeting Roe" begins a sentence; no first name that matters ends so.
  const isParticiple = text.endsWith('ing') && (before === undefined || before.kind !== 'word');
  return (
    isCapital(token) &&
    !isParticiple &&
    withoutPossessive(text) === text &&
    officeOf(token) === null &&
    !noGiven.some((words) => words.has(bare(word)))
  );
};

/** The first index of the first names before `at`. */
const givenFrom = (tokens: readonly Token[], at: number): number => {
  let first = at;
  while (first > 0) {
    const token = tokens[first - 1];
    if (token?.kind !== 'word' || !isGiven(token, tokens[first - 2])) break;
    first -= 1;
  }
  // A particle alone is no first name, and none begins with one.
  while (first < at && nameParticles.has(tokens[first]?.word ?? '')) first += 1;
  return first;
};

/** How many words before a name may be its titles, and how many behind it, between commas, its office. */
const MAX_TITLE_WORDS = 7;

const isOfTitle = (token: Token): boolean =>
  token.kind === 'word' &&
  (officeOf(token) !== null ||
    titleWords.has(bare(token.word)) ||
    token.word in honorifics ||
    bare(token.word) in honorifics ||
    isCapital(token) ||
    ['of', 'for', 'the', 'and'].includes(token.word));

const titlesBefore = (tokens: readonly Token[], from: number): readonly Token[] => {
  let first = from;
  const least = Math.max(0, from - MAX_TITLE_WORDS);
  while (first > least) {
    const token = tokens[first - 1];
    if (token === undefined || !isOfTitle(token)) break;
    first -= 1;
  }
  return tokens.slice(first, from);
};

/** "Ann Roe, the secretary of state,": the words between the commas. */
const apposition = (tokens: readonly Token[], at: number): readonly Token[] => {
  if (tokens[at]?.text !== ',') return [];
  const rest = tokens.slice(at + 1, at + 2 + MAX_TITLE_WORDS);
  const end = rest.findIndex(({ kind }) => kind !== 'word');
  return end === -1 ? [] : rest.slice(0, end);
};

const officesIn = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => officeOf(token) ?? []);

/** The first names before a last name at `at`, "Jr." after it, and the limits of the whole name. */
type NamePlace = { readonly from: number; readonly after: number; readonly suffix: string };

const nameAround = (tokens: readonly Token[], at: number, length: number): NamePlace => {
  const next = tokens[at + length];
  const hasSuffix = next !== undefined && nameSuffixes.has(next.word) && isCapital(next);
  return {
    from: givenFrom(tokens, at),
    after: at + length + (hasSuffix ? 1 : 0),
    suffix: hasSuffix ? bare(next.word) : '',
  };
};

/** South Sudan, the Biden Administration: a name of something else. */
const isOfSomethingElse = (tokens: readonly Token[], { from, after }: NamePlace): boolean => {
  const next = tokens[after];
  const last = tokens[after - 1]?.text ?? '';
  const goesOn = next?.kind === 'word' && isCapital(next) && withoutPossessive(last) === last;
  return goesOn || placeModifiers.has(tokens[from]?.word ?? '');
};

/** "his wife Ann Roe", "his wife, Ann Roe,", "Ann Roe, his wife," */
const isOfKin = (tokens: readonly Token[], from: number, behind: readonly Token[]): boolean => {
  const before = tokens.slice(Math.max(0, from - MAX_TITLE_WORDS), from).toReversed();
  const near = before[0]?.text === ',' ? before.slice(1, 2) : before.slice(0, 1);
  const titles = titlesBefore(tokens, from);
  return [...near, ...titles, ...behind].some(({ word }) => kinNouns.has(word));
};

const mentionAt = (tokens: readonly Token[], at: number, length: number, own: string): NameMention | null => {
  const place = nameAround(tokens, at, length);
  const [first, last] = [tokens[place.from], tokens[place.after - 1]];
  if (first === undefined || last === undefined || isOfSomethingElse(tokens, place)) return null;
  const titles = titlesBefore(tokens, place.from);
  const behind = apposition(tokens, place.after);
  return {
    given: tokens.slice(place.from, at).map(({ text }) => text),
    suffix: place.suffix,
    name: own.slice(first.start, last.start + withoutPossessive(last.text).length),
    offices: new Set(officesIn([...titles, ...behind])),
    honorific: titles.map(({ word }) => bare(word)).findLast((word) => word in honorifics) ?? null,
    isKin: isOfKin(tokens, place.from, behind),
    start: first.start,
  };
};

/** A particle has a small letter within a sentence: "Von der Leyen", "Al-Sadr". */
const particle = /^(?:\p{L}{1,3}[-’'])(?=\p{Lu})/u;
const folded = (text: string): string =>
  nameParticles.has(text.toLowerCase())
    ? text.toLowerCase()
    : text.replace(particle, (found) => found.toLowerCase());

const sameWord = (token: Token | undefined, wanted: string): boolean =>
  token?.kind === 'word' && folded(withoutPossessive(token.text)) === folded(wanted);

/** The maximum number of given names after a family name that comes first. */
const MAX_GIVEN_BEHIND = 2;

/** "President Xi Jinping": a family name that comes first, recognised by the office before it. */
const familyFirst = (tokens: readonly Token[], at: number, own: string): NameMention | null => {
  const first = tokens[at];
  const titles = titlesBefore(tokens, at);
  const office = titles.at(-1);
  if (first === undefined || office === undefined || officeOf(office) === null) return null;
  const behind = tokens.slice(at + 1, at + 1 + MAX_GIVEN_BEHIND);
  const end = behind.findIndex(
    (token) => !isCapital(token) || groupNouns.has(token.word) || !isGiven(token, first),
  );
  const given = end === -1 ? behind : behind.slice(0, end);
  const last = given.at(-1);
  if (last === undefined) return null;
  return {
    given: given.map(({ text }) => text),
    suffix: '',
    name: own.slice(first.start, last.end),
    offices: new Set(officesIn(titles)),
    honorific: null,
    isKin: false,
    start: first.start,
  };
};

/** The mentions of a name of those words (its last: "Roe", "von der Leyen") outside of quotations, in order. */
export const mentionsOf = (
  { text, paragraphs }: ReadingText,
  words: readonly string[],
): readonly NameMention[] => {
  const last = words.at(-1) ?? '';
  return paragraphs.flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    if (last === '' || !own.includes(last.slice(1))) return [];
    const tokens = tokensOf(own);
    return tokens.flatMap((_, at) => {
      if (!words.every((word, index) => sameWord(tokens[at + index], word))) return [];
      const mention =
        mentionAt(tokens, at, words.length, own) ??
        (words.length === 1 ? familyFirst(tokens, at, own) : null);
      return mention === null ? [] : [{ ...mention, start: mention.start + start }];
    });
  });
};
