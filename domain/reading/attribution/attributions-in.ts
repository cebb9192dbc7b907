/**
 * Finds the attributions of one English paragraph: "Blinken said", "said Blinken", "according to the ministry".
 * There is no grammar behind it, only the verbs of speech, what may be on either side of them, and a short list of
 * nouns for speakers. A sentence that could be read in two ways is skipped: an attribution that is missed is typed
 * in a moment, a wrong one is believed.
 */

import type { TextRange } from '../../text/selector.ts';
import { demonyms, placeModifiers, placePhrases, placeWords } from './name-words.ts';
import {
  afterNoun,
  beforeVerb,
  clauseOpeners,
  determiners,
  groupNouns,
  leadingParticles,
  nameParticles,
  openingAdjectives,
  personNouns,
  pronouns,
  speakerNouns,
  spoilingVerb,
  titleWords,
} from './speaker-words.ts';
import { englishSpeechVerbs } from './speech-verbs.ts';
import { isCapital, type Token, tokensOf } from './tokens.ts';

/** Whether some words of an English text call a speaker by name or description, and what he is called by them. */

/** `kind` is 'person' where the words show that it is one, 'pronoun' where they name nobody. */
type SpeakerPhrase = TextRange & {
  readonly kind: 'person' | 'other' | 'pronoun';
  /** Where it begins, including the titles and the article that `start` leaves out. */
  readonly from: number;
};

/** A subject longer than this is more than a subject. */
const MAX_WORDS = 11;
/** Before the noun of a description: "a senior U.S. State Department official". */
const MAX_MODIFIERS = 5;

const isNounOfSpeaker = ({ word }: Token): boolean => speakerNouns.has(word);
const phrase = (tokens: readonly Token[], kind: SpeakerPhrase['kind']): SpeakerPhrase | null => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { start: first.start, end: last.end, kind, from: first.start };
};

/** Whether a token is a letter that begins a longer name: "George W", "C". Malcolm X is a complete name. */
const isLetter = ({ text }: Token): boolean => /^(?!X)\p{Lu}\.?$/u.test(text);

/** Name words alone, beginning in a capital or in a particle ("von der Leyen") and ending in a capital. */
const isName = (tokens: readonly Token[]): boolean => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || !isCapital(last) || isLetter(last)) return false;
  if (!isCapital(first) && !leadingParticles.has(first.word)) return false;
  return tokens.every((token) => isCapital(token) || nameParticles.has(token.word));
};

/** "General" is as often a company's. */
const isTitle = (token: Token): boolean =>
  titleWords.has(token.word) || (isNounOfSpeaker(token) && token.word !== 'general');

/** "U.S. Secretary of State Antony Blinken" is Antony Blinken: a name follows its titles. */
const withoutTitles = (tokens: readonly Token[]): readonly Token[] => {
  const lastTitle = tokens.findLastIndex(isTitle);
  const rest = tokens.slice(lastTitle + 1);
  return lastTitle !== -1 && isName(rest) ? rest : tokens;
};

const isGroup = (tokens: readonly Token[]): boolean => groupNouns.has(tokens.at(-1)?.word ?? '');

/** Countries and seats of power, in as many words as they have. */
const isPlace = (tokens: readonly Token[]): boolean => {
  const [first, last] = [tokens[0]?.word ?? '', tokens.at(-1)?.word ?? ''];
  const isWord = tokens.length === 1 || placeModifiers.has(first);
  return (isWord && placeWords.has(last)) || placePhrases.has(tokens.map(({ word }) => word).join(' '));
};

const isPossessive = ({ text }: Token): boolean => /['’]s?$/u.test(text);

/** "China’s Xi Jinping", "Democrat Ann Roe": whose he is, and of what party, is not his name. */
const withoutBelonging = (tokens: readonly Token[]): readonly Token[] => {
  const owner = tokens.findLastIndex((token, at) => at < tokens.length - 1 && isPossessive(token));
  const own = tokens.slice(owner + 1);
  const [first, ...rest] = own;
  return first !== undefined && demonyms.has(first.word) && rest.length > 1 && isName(rest) ? rest : own;
};

/** A name of several words, none of which is that of a group or a place, is a person's; so is one after a title. */
const nameOf = (tokens: readonly Token[]): SpeakerPhrase | null => {
  if (isGroup(tokens) || isPlace(tokens)) return phrase(tokens, 'other');
  const untitled = withoutTitles(tokens);
  const bare = withoutBelonging(untitled);
  const isTitled = untitled.length < tokens.length;
  const isPerson = (isTitled || (bare.length > 1 && !bare.some(isTitle))) && !isPlace(bare);
  return phrase(bare, isPerson ? 'person' : 'other');
};

/** "State Department spokesman Matthew Miller", "Secretary of State Antony Blinken": the name comes last. */
const namedAfterNoun = (tokens: readonly Token[], nounAt: number): SpeakerPhrase | null => {
  const rest = tokens.slice(nounAt + 1);
  if (isName(rest)) return phrase(withoutTitles(rest), 'person');
  const office = rest[0]?.word === 'of' ? rest.slice(1) : [];
  const name = isName(office) && !isGroup(office) ? withoutTitles(office) : office;
  return name.length > 1 && name.length < office.length ? phrase(name, 'person') : null;
};

const describedBy = (tokens: readonly Token[], nounAt: number, hasArticle: boolean): SpeakerPhrase | null => {
  const next = tokens[nounAt + 1];
  if (next !== undefined && !afterNoun.has(next.word)) return null;
  const from = hasArticle ? 1 : 0;
  const [first] = tokens;
  const opens =
    hasArticle ||
    nounAt === 0 ||
    (first !== undefined && (isCapital(first) || openingAdjectives.has(first.word)));
  if (!opens || nounAt - from > MAX_MODIFIERS) return null;
  const isOne = personNouns.has(tokens[nounAt]?.word ?? '');
  return phrase(tokens.slice(from), isOne ? 'person' : 'other');
};

const descriptionOf = (tokens: readonly Token[]): SpeakerPhrase | null => {
  const hasArticle = determiners.has(tokens[0]?.word ?? '');
  const nounAt = lastOfNouns(tokens);
  if (nounAt === -1) return hasArticle && isName(tokens.slice(1)) ? phrase(tokens.slice(1), 'other') : null;
  return namedAfterNoun(tokens, nounAt) ?? describedBy(tokens, nounAt, hasArticle);
};

/** The first noun for a speaker, or the last of several adjacent ones: "government spokesman". */
function lastOfNouns(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ word }, index) => index > 0 && afterNoun.has(word));
  const before = end === -1 ? tokens : tokens.slice(0, end);
  return before.findLastIndex(isNounOfSpeaker);
}

/**
 * The speaker that `tokens` (words of one subject or object, in order) name; null where they name nobody, or might
 * be anything else. Titles before a name and the article before a description are left out.
 */
const speakerPhrase = (tokens: readonly Token[]): SpeakerPhrase | null => {
  const [first] = tokens;
  if (first === undefined || tokens.length > MAX_WORDS || afterNoun.has(first.word)) return null;
  if (tokens.length === 1 && pronouns.has(first.word)) return phrase(tokens, 'pronoun');
  const found = isName(tokens) && !isRole(tokens) ? nameOf(tokens) : descriptionOf(tokens);
  return found === null ? null : { ...found, from: first.start };
};

/** "Officials" at the beginning of a sentence is a description, although it has a capital. */
function isRole(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && tokens.every(isNounOfSpeaker);
}

export type AttributionFound = {
  /** Where in the paragraph the speaker is called. */
  readonly speaker: SpeakerPhrase;
  /** Where the words that attribute begin and end: subject and verb, in either order. */
  readonly start: number;
  readonly end: number;
};

const isComma = (token: Token | undefined): boolean => token?.text === ',';
const isWord = (token: Token | undefined): boolean => token?.kind === 'word';

/**
 * The index before `at` that is followed only by auxiliaries and words of time: "Officials have this month
 * briefed".
 */
const beforeAdverbs = (tokens: readonly Token[], at: number): number => {
  let before = at - 1;
  while (before >= 0 && beforeVerb.has(tokens[before]?.word ?? '')) before -= 1;
  return before;
};

/** "States" in "the United States said" is a name. */
const isSpeechVerb = (token: Token | undefined): boolean =>
  token !== undefined && !isCapital(token) && englishSpeechVerbs.has(token.word);

const opensClause = (token: Token | undefined): boolean =>
  isSpeechVerb(token) || clauseOpeners.has(token?.word ?? '');

/** The words without those of time at the beginning of a sentence: "On Wednesday Blinken said". */
const withoutTime = (words: readonly Token[]): readonly Token[] => {
  const first = words.findIndex(({ word }) => !beforeVerb.has(word));
  return first === -1 ? [] : words.slice(first);
};

/** The words that reach back from `last` to the mark or the clause before them. */
const wordsBack = (tokens: readonly Token[], last: number): readonly Token[] => {
  let first = last;
  while (first >= 0 && isWord(tokens[first]) && !opensClause(tokens[first])) first -= 1;
  // "that Blinken said", "who said": the word that opens the clause may itself be the subject.
  if (first === last && pronouns.has(tokens[first]?.word ?? '')) return tokens.slice(first, last + 1);
  return withoutTime(tokens.slice(first + 1, last + 1));
};

const hasAnd = (words: readonly Token[]): boolean =>
  words.some(({ word }) => word === 'and' || word === 'or');

/** "Blinken said": the subject before the verb. Two speakers at once are not accepted. */
const subjectBefore = (tokens: readonly Token[], verbAt: number): SpeakerPhrase | null => {
  const words = wordsBack(tokens, beforeAdverbs(tokens, verbAt));
  return hasAnd(words) ? null : speakerPhrase(words);
};

/** The maximum distance between the commas of "Wang Wenbin, a spokesman for the ministry, said". */
const LONGEST_APPOSITION = 12;

const subjectBeforeApposition = (tokens: readonly Token[], verbAt: number): SpeakerPhrase | null => {
  const close = beforeAdverbs(tokens, verbAt);
  if (!isComma(tokens[close])) return null;
  const open = tokens.findLastIndex((token, index) => index < close && token.kind !== 'word');
  if (!isComma(tokens[open]) || close - open > LONGEST_APPOSITION) return null;
  const apposition = tokens.slice(open + 1, close);
  const words = wordsBack(tokens, open - 1);
  const named = speakerPhrase(words);
  const beside = speakerPhrase(apposition);
  if (named === null || named.kind === 'pronoun' || beside === null) return null;
  // "his chief of staff, Ann Roe, said": the name is between the commas.
  const isNameBeside = beside.kind === 'person' && apposition.every(isCapital) && !words.every(isCapital);
  return isNameBeside ? { ...beside, from: named.from } : named;
};

/**
 * Whether a capital continues a name: "State Department spokesman Matthew Miller", "Secretary of State Antony
 * Blinken".
 */
const goesOnInName = (token: Token, before: Token | undefined): boolean =>
  isCapital(token) ||
  nameParticles.has(token.word) ||
  speakerNouns.has(token.word) ||
  (token.word === 'of' && speakerNouns.has(before?.word ?? ''));

const goesOnWith = (token: Token, before: Token | undefined, isNamed: boolean): boolean =>
  token.kind === 'word' &&
  !opensClause(token) &&
  token.word !== 'and' &&
  (!isNamed || goesOnInName(token, before));

/** The words that reach on from `first`; a name ends where its capitals do. */
const wordsOn = (tokens: readonly Token[], first: number): readonly Token[] => {
  const start = tokens[first];
  if (start === undefined) return [];
  const isNamed = isCapital(start);
  const rest = tokens.slice(first);
  const end = rest.findIndex((token, index) => !goesOnWith(token, rest[index - 1], isNamed));
  return end === -1 ? rest : rest.slice(0, end);
};

/** The longest beginning of `words` that calls a speaker: "a spokesman for the ministry on Friday" stops in time. */
const longestSpeaker = (words: readonly Token[]): SpeakerPhrase | null => {
  for (let length = words.length; length > 0; length -= 1) {
    const shorter = words.slice(0, length);
    const found = speakerPhrase(shorter);
    if (found !== null && !endsInTime(shorter)) return found;
  }
  return null;
};

const endsInTime = (words: readonly Token[]): boolean => beforeVerb.has(words.at(-1)?.word ?? '');

/** "said Blinken": only after the statement, which is a quotation or a clause that a comma ends. */
const subjectAfter = (tokens: readonly Token[], verbAt: number): SpeakerPhrase | null => {
  const before = tokens[verbAt - 1];
  const isAfterSpeech = before?.kind === 'quotation' || isComma(before);
  if (!isAfterSpeech) return null;
  const words = wordsOn(tokens, verbAt + 1);
  const next = tokens[verbAt + 1 + words.length];
  const isWhole = next === undefined || next.kind !== 'word' || before?.kind === 'quotation';
  return isWhole ? longestSpeaker(words) : null;
};

const isSpeech = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]?.word ?? '';
  const isPassive = tokens[at + 1]?.word === 'by';
  const isSpoilt = spoilingVerb.has(before) || before.endsWith("n't") || before.endsWith('n’t');
  return isSpeechVerb(tokens[at]) && !isPassive && !isSpoilt;
};

const spanOf = (speaker: SpeakerPhrase, verb: Token): AttributionFound => ({
  speaker,
  start: Math.min(speaker.from, verb.start),
  end: Math.max(speaker.end, verb.end),
});

const byVerb = (tokens: readonly Token[], at: number): AttributionFound | null => {
  const verb = tokens[at];
  if (verb === undefined || !isSpeech(tokens, at)) return null;
  const speaker =
    subjectBefore(tokens, at) ?? subjectBeforeApposition(tokens, at) ?? subjectAfter(tokens, at);
  return speaker === null ? null : spanOf(speaker, verb);
};

const byAccording = (tokens: readonly Token[], at: number): AttributionFound | null => {
  const according = tokens[at];
  if (according?.word !== 'according' || tokens[at + 1]?.word !== 'to') return null;
  const speaker = longestSpeaker(wordsOn(tokens, at + 2));
  return speaker === null ? null : spanOf(speaker, according);
};

/** The attributions of a paragraph, in its order; offsets are those of the paragraph. */
export const attributionsIn = (paragraph: string): readonly AttributionFound[] => {
  const tokens = tokensOf(paragraph);
  return tokens.flatMap((_, at) => byVerb(tokens, at) ?? byAccording(tokens, at) ?? []);
};
