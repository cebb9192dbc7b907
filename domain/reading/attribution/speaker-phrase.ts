/** Whether some words of an English text call a speaker by name or description, and what he is called by them. */
import type { TextRange } from '../../text/selector.ts';
import { demonyms, placeModifiers, placePhrases, placeWords } from './name-words.ts';
import {
  afterNoun,
  determiners,
  groupNouns,
  leadingParticles,
  nameParticles,
  openingAdjectives,
  personNouns,
  pronouns,
  speakerNouns,
  titleWords,
} from './speaker-words.ts';
import { isCapital, type Token } from './tokens.ts';

/** `kind` is 'person' where the words say that it is one, 'pronoun' where they name nobody. */
export type SpeakerPhrase = TextRange & {
  readonly kind: 'person' | 'other' | 'pronoun';
  /** Where it begins with the titles and the article that are left out. */
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

/** A letter is the beginning of a name that goes on: "George W", "C". Malcolm X is one. */
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

/** "State Department spokesman Matthew Miller", "Secretary of State Antony Blinken": the name stands last. */
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

/** The first noun of a speaker, or the last of several that stand together: "government spokesman". */
function lastOfNouns(tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ word }, index) => index > 0 && afterNoun.has(word));
  const before = end === -1 ? tokens : tokens.slice(0, end);
  return before.findLastIndex(isNounOfSpeaker);
}

/**
 * What `tokens` (words of one subject or object, in order) call a speaker by; null where they call nobody, or
 * might be anything else. Titles before a name and the article before a description are left out.
 */
export const speakerPhrase = (tokens: readonly Token[]): SpeakerPhrase | null => {
  const [first] = tokens;
  if (first === undefined || tokens.length > MAX_WORDS || afterNoun.has(first.word)) return null;
  if (tokens.length === 1 && pronouns.has(first.word)) return phrase(tokens, 'pronoun');
  const found = isName(tokens) && !isRole(tokens) ? nameOf(tokens) : descriptionOf(tokens);
  return found === null ? null : { ...found, from: first.start };
};

/** "Officials" at the beginning of a sentence is a description, whatever its letter. */
function isRole(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && tokens.every(isNounOfSpeaker);
}
