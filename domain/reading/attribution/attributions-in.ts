/**
 * The attributions of one English paragraph: "Blinken said", "said Blinken", "according to the ministry". There is
 * no grammar behind it, only the verbs of speech, what may stand on either side of them, and a short list of what
 * speakers are called. Where a sentence could be read in two ways it is left alone: an attribution that is missed
 * is typed in a moment, a wrong one is believed.
 */

import { type SpeakerPhrase, speakerPhrase } from './speaker-phrase.ts';
import {
  beforeVerb,
  clauseOpeners,
  nameParticles,
  pronouns,
  speakerNouns,
  spoilingVerb,
} from './speaker-words.ts';
import { englishSpeechVerbs } from './speech-verbs.ts';
import { isCapital, type Token, tokensOf } from './tokens.ts';

export type AttributionFound = {
  /** Where in the paragraph the speaker is called. */
  readonly speaker: SpeakerPhrase;
  /** Where the words that attribute begin and end: subject and verb, in either order. */
  readonly start: number;
  readonly end: number;
};

const isComma = (token: Token | undefined): boolean => token?.text === ',';
const isWord = (token: Token | undefined): boolean => token?.kind === 'word';

/** The index before `at` behind which auxiliaries and words of time stand: "Officials have this month briefed". */
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

/** Without the words of time that a sentence may begin with: "On Wednesday Blinken said". */
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

/** "Blinken said": the subject before the verb. Two speakers at once are none. */
const subjectBefore = (tokens: readonly Token[], verbAt: number): SpeakerPhrase | null => {
  const words = wordsBack(tokens, beforeAdverbs(tokens, verbAt));
  return hasAnd(words) ? null : speakerPhrase(words);
};

/** How far back the commas of "Wang Wenbin, a spokesman for the ministry, said" may stand apart. */
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
  // "his chief of staff, Ann Roe, said": the name stands between the commas.
  const isNameBeside = beside.kind === 'person' && apposition.every(isCapital) && !words.every(isCapital);
  return isNameBeside ? { ...beside, from: named.from } : named;
};

/** What a capital goes on with: "State Department spokesman Matthew Miller", "Secretary of State Antony Blinken". */
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

/** "said Blinken": only after what is said, a quotation or a clause that a comma ends. */
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
