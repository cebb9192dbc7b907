/** Suggestions for a search that finds nothing: conditions to remove, words with another spelling. */
import type { HelpQuestion, LooserSearch, SearchHelp } from '#domain/contract/search-archive.ts';
import { lexSearch } from '#domain/search/language/lex-search.ts';
import { unknownNames } from '#domain/search/language/match-facts.ts';
import { type SearchTerm, wantedTerms } from '#domain/search/language/search-node.ts';
import { startsUnspaced } from '#domain/search/search-words.ts';
import { joinSearch, splitSearch } from '#domain/search/split-search.ts';
import { indexQuery } from '#domain/search/words/index-query.ts';
import { allowedMistakes, nearestWord } from '#domain/search/words/nearest-words.ts';
import { foldText } from '#domain/text/fold-text.ts';
import { countHits } from './count-searches.ts';
import { type Index, readSearch } from './find-hits.ts';

const looserTexts = (text: string): readonly Omit<LooserSearch, 'count'>[] => {
  const { clauses, rest } = splitSearch(text);
  const looser = clauses.map((without) => ({
    without,
    text: joinSearch({ clauses: clauses.filter((clause) => clause !== without), rest }),
  }));
  const hasWords = clauses.length > 0 && rest.trim() !== '';
  return hasWords ? [...looser, { without: null, text: joinSearch({ clauses, rest: '' }) }] : looser;
};

const listLooser = (index: Index, { text, isTyping, kind }: HelpQuestion): readonly LooserSearch[] =>
  looserTexts(text)
    .map((looser) => {
      const { node } = readSearch(index, looser.text, { isTyping });
      return { ...looser, count: node === null ? 0 : countHits(index, node, kind) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);

const isKnown = ({ store }: Index, word: string, isPrefix: boolean): boolean => {
  const term: SearchTerm = { words: [word], isPrefix };
  return store.find(indexQuery({ kind: 'term', term }) ?? '').length > 0;
};

/** Words with the same beginning, also with its first two letters swapped or the first one omitted. */
const nearby = ({ store }: Index, word: string) => {
  const [first = '', second = ''] = Array.from(word);
  return [...new Set([first, second])].flatMap((letter) => store.words(letter));
};

/** The search words that do not occur in the archive, though they are long enough to be misspelled. */
const unknownWords = (index: Index, { words, isPrefix }: SearchTerm): readonly string[] =>
  words.filter(
    (word, at) =>
      allowedMistakes(word) > 0 &&
      !startsUnspaced(word) &&
      !isKnown(index, word, isPrefix && at === words.length - 1),
  );

/** The search words that do not occur in the archive, each with the word that was probably meant. */
const meantWords = (index: Index, terms: readonly SearchTerm[]): ReadonlyMap<string, string> => {
  const meant = new Map<string, string>();
  for (const word of terms.flatMap((term) => unknownWords(index, term))) {
    const nearest = nearestWord(word, nearby(index, word));
    if (nearest !== null) meant.set(word, nearest);
  }
  return meant;
};

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The search with some words replaced; its conditions are unchanged. */
const respell = (text: string, meant: ReadonlyMap<string, string>): string =>
  lexSearch(text).lexemes.reduceRight((spelled, { kind, start, end }) => {
    if (kind !== 'words') return spelled;
    const part = spelled.slice(start, end).replace(word, (typed) => meant.get(foldText(typed)) ?? typed);
    return spelled.slice(0, start) + part + spelled.slice(end);
  }, text);

/** The suggestions for a search that finds nothing. */
export const helpSearch = (index: Index, question: HelpQuestion): SearchHelp => {
  const { text, isTyping } = question;
  const { node: asked, notices } = readSearch(index, text, { isTyping });
  const meant = meantWords(index, wantedTerms(asked));
  const spelled = respell(text, meant);
  // Its conditions may still exclude everything: removing them is suggested then.
  const { node } = readSearch(index, splitSearch(spelled).rest, { isTyping });
  const isFound = meant.size > 0 && node !== null && countHits(index, node) > 0;
  return {
    looser: listLooser(index, question),
    spelling: isFound ? { text: spelled, words: [...meant.values()] } : null,
    unknown: [...notices, ...unknownNames(asked, index.memory.book())],
  };
};
