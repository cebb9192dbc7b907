/** Rules on the words for likelihood and confidence (ICD 203), wherever they stand. */

import { ownWords } from '../../reading/own-words.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import { type LexiconId, type LikelihoodTerm, lexicons } from '../../tradecraft/likelihood.ts';
import { nameOfLanguage } from '../../translation/print-translation.ts';
import { printedBelow } from '../content/printed-below.ts';
import { findLikelihoodTerms, saysLikelihood } from '../likelihood/find-likelihood-terms.ts';
import { isOfLexicon } from '../likelihood/print-lexicon-note.ts';
import { saysConfidence } from '../likelihood/says-confidence.ts';
import { chosenLikelihoods, writtenLikelihoods } from '../likelihood/used-likelihoods.ts';
import { atJudgement, type CheckedMemo } from './checked-memo.ts';
import type { Found, Place } from './finding.ts';
import type { Rule } from './rule.ts';

/** The words of the writer, each with the judgement that it belongs to. */
type Passage = { readonly text: string; readonly place: Place | null };

/** All that the writer says: the prose, and what stands below each judgement. */
export const writtenTexts = ({ prose, judgements }: CheckedMemo): readonly Passage[] => [
  ...prose
    .filter(({ isQuoted }) => !isQuoted)
    .map(({ text, judgement }) => {
      const own = judgements.find(({ node }) => node === judgement);
      return { text, place: own === undefined ? null : atJudgement(own) };
    }),
  ...judgements.flatMap((judgement) =>
    printedBelow(judgement.node).map((text) => ({ text, place: atJudgement(judgement) })),
  ),
];

/** ICD 203 forbids it; PHIA does not. */
const forbidsOneSentence = (lexicon: LexiconId): boolean => lexicon !== 'phia';

/**
 * The sentences of `text` (one textblock) that hold both a degree of likelihood and a level of confidence, which
 * ICD 203 (Analytic Standards, 2015) keeps apart. The terms are English ones, whatever the memo's language.
 */
export const mixedSentences = (text: string): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }, 'en')
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => saysConfidence(sentence) && saysLikelihood(sentence));

/** Sentences that hold both a degree of likelihood and a level of confidence (ICD 203). */
export const likelihoodAndConfidenceInOneSentence: Rule = {
  level: 'warning',
  check: (memo) =>
    !forbidsOneSentence(memo.memo.head.lexicon)
      ? []
      : writtenTexts(memo).flatMap(({ text, place }) =>
          mixedSentences(text).map(
            (sentence): Found => ({
              place: place ?? { kind: 'text', words: sentence },
              message: `Likelihood and confidence are in one sentence (ICD 203 keeps them apart): ${inQuotationMarks(sentence)}`,
              subject: sentence,
            }),
          ),
        ),
};

/** Each once, whatever its letters. */
const distinct = (terms: readonly string[]): readonly string[] =>
  [...new Map(terms.toReversed().map((term) => [term.toLowerCase(), term])).values()].toReversed();

/** Terms that are not of the memo's lexicon: one product uses one row of terms. */
export const mixedLexicons: Rule = {
  level: 'warning',
  check: ({ memo }): readonly Found[] => {
    const isForeign = (wording: string): boolean => !isOfLexicon(memo.head.lexicon, wording);
    const terms = distinct([
      ...chosenLikelihoods(memo).filter(isForeign),
      ...writtenLikelihoods(memo).flatMap(({ wording, form }) => (isForeign(wording) ? form : [])),
    ]);
    const [first] = terms;
    if (first === undefined) return [];
    return [
      {
        place: { kind: 'text', words: first },
        message: `Words of another likelihood scale: ${terms.join(', ')}.`,
        subject: terms.join(', '),
      },
    ];
  },
};

/**
 * The rules on words of likelihood and confidence know English ones. Of a memo in another language they say that they
 * did not look, rather than nothing: what is chosen beside a judgement is checked all the same.
 */
export const termsNotRead: Rule = {
  level: 'hint',
  check: ({ memo: { head }, judgements: [first] }): readonly Found[] => {
    if (first === undefined || /^en(?:-|$)/iu.test(head.language)) return [];
    const language = nameOfLanguage(head.language);
    return [
      {
        place: atJudgement(first),
        message: `Likelihood and confidence in the text are not checked in ${language}, only in English. What is chosen beside each judgement is checked.`,
        subject: language,
      },
    ];
  },
};

const numbersIn = (text: string): readonly number[] => (text.match(/\d+/gu) ?? []).map(Number);

const about = '(?:(?:about|around|roughly|approximately|circa|some|c\\.)\\s+|[~≈<>]\\s*)?';
const number = '\\d{1,3}(?:[.,]\\d+)?';
const percent = `${about}${number}(?:\\s*%?\\s*(?:–|-|to)\\s*[~≈<>]?\\s*${number})?\\s*(?:%|per\\s?cent\\b|percent\\b)`;
const nouns = '(?:chances?|probability|likelihood|odds)';

/** "likely (70 %)": what stands behind a term. */
const behind = new RegExp(`^\\s*[([]\\s*${percent}[^()\\[\\]]{0,30}[)\\]]`, 'iu');
/** "70 % likely", "(70 %) likely". */
const before = new RegExp(`(?<![\\p{L}\\p{N}.,])[([]?${percent}[)\\]]?\\s+$`, 'iu');
/** "a 70 % chance", "a probability of 70 %". Of a noun behind it, it is a share of that. */
const alone = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:${percent}[\\s-]+${nouns}\\b|\\b${nouns}\\s+(?:of|is|at|stands\\s+at|:)?\\s*${percent}(?!\\s+(?!that\\b)\\p{L}))`,
  'giu',
);

const numbersOf = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join(' ');

/**
 * Percentages in the own words of `text` (one textblock) that say how likely something is, with the words around them:
 * "likely (70 %)", "a 70 % chance". The band of a term in its own lexicon, "likely (55 to 80 %)", explains it and is
 * none. A share of something, "likely to lose 30 % of its trade", is none.
 */
const percentagesIn = (text: string, terms: readonly LikelihoodTerm[]): readonly string[] => {
  const own = ownWords(text);
  const besideTerms = findLikelihoodTerms(text).flatMap(({ wording, start, end }) => {
    const band = terms.find((term) => term.wording === wording)?.band ?? '';
    const found = [before.exec(own.slice(0, start))?.[0], behind.exec(own.slice(end))?.[0]];
    const [left = '', right = ''] = found;
    const isOther = (words: string): boolean => words !== '' && numbersOf(words) !== numbersOf(band);
    return isOther(left) || isOther(right) ? [`${left}${own.slice(start, end)}${right}`.trim()] : [];
  });
  return [...besideTerms, ...[...own.matchAll(alone)].map(([words]) => words.trim())];
};

/** That a percentage lies outside of the band of the term beside it; null where it does not, or there is no term. */
const bandWords = (words: string, terms: readonly LikelihoodTerm[]): string | null => {
  const [found] = findLikelihoodTerms(words);
  const term = terms.find(({ wording }) => wording === found?.wording);
  const [low = 0, high = 100] = numbersIn(term?.band ?? '');
  const isOutside = numbersIn(words).some((number) => number < low || number > high);
  return term !== undefined && isOutside
    ? `is outside the range of “${term.wording}”, which is ${term.band}`
    : null;
};

/** A degree of likelihood said as a percentage, beside a term or in the place of one. */
export const percentageAsLikelihood: Rule = {
  level: 'warning',
  check: (memo) => {
    const { standard, terms } = lexicons[memo.memo.head.lexicon];
    return writtenTexts(memo).flatMap(({ text, place }) =>
      percentagesIn(text, terms).map(
        (words): Found => ({
          place: place ?? { kind: 'text', words },
          message: `${inQuotationMarks(words)} ${bandWords(words, terms) ?? 'says likelihood as a percentage'}. ${standard} uses terms, and each term stands for its range.`,
          subject: `${words} ${text}`,
        }),
      ),
    );
  },
};
