/** Rules on the words for likelihood and confidence (ICD 203), anywhere in the memo. */

import { ownWords } from '../../reading/own-words.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { inQuotationMarks } from '../../text/quotation-marks.ts';
import type { LexiconId } from '../../tradecraft/likelihood.ts';
import { doctrineTerms, type Terms } from '../../tradecraft/own-terms.ts';
import { nameOfLanguage } from '../../translation/print-translation.ts';
import { printedBelow } from '../content/printed-below.ts';
import { findLikelihoodTerms, saysLikelihood } from '../likelihood/find-likelihood-terms.ts';
import { isOfLexicon } from '../likelihood/print-lexicon-note.ts';
import { saysConfidence } from '../likelihood/says-confidence.ts';
import { chosenLikelihoods, writtenLikelihoods } from '../likelihood/used-likelihoods.ts';
import { wordsOf } from '../print/printed-words.ts';
import { atJudgement, type CheckedMemo } from './checked-memo.ts';
import type { Found, Place } from './finding.ts';
import type { Rule } from './rule.ts';

/** The words of the writer, each with the judgement that it belongs to. */
type Passage = { readonly text: string; readonly place: Place | null };

/** All text by the writer: the prose, and the text below each judgement. */
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
 * The sentences of `text` (one textblock) that contain both a degree of likelihood and a level of confidence,
 * which ICD 203 (Analytic Standards, 2015) separates. The terms are the English ones, whatever the memo's
 * language.
 */
export const mixedSentences = (text: string, terms = doctrineTerms): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }, 'en')
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => saysConfidence(sentence) && saysLikelihood(sentence, terms));

/** Sentences that hold both a degree of likelihood and a level of confidence (ICD 203). */
export const likelihoodAndConfidenceInOneSentence: Rule = {
  level: 'warning',
  check: (memo) =>
    !forbidsOneSentence(memo.memo.head.lexicon)
      ? []
      : writtenTexts(memo).flatMap(({ text, place }) =>
          mixedSentences(text, wordsOf(memo.document).terms).map(
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
  check: ({ memo, document }): readonly Found[] => {
    const worded = wordsOf(document).terms;
    const isForeign = (wording: string): boolean => !isOfLexicon(memo.head.lexicon, wording, worded);
    const terms = distinct([
      ...chosenLikelihoods(memo, worded).filter(isForeign),
      ...writtenLikelihoods(memo, worded).flatMap(({ wording, form }) => (isForeign(wording) ? form : [])),
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
 * The rules on words of likelihood and confidence know the English words, and a form's own words as worded there.
 * In a memo in another language they report that they cannot read it; the values chosen beside a judgement are
 * checked anyway.
 */
export const termsNotRead: Rule = {
  level: 'hint',
  check: ({ memo: { head }, document, judgements: [first] }): readonly Found[] => {
    if (first === undefined || /^en(?:-|$)/iu.test(head.language)) return [];
    const language = nameOfLanguage(head.language);
    const isWorded = wordsOf(document).terms.lexicons[head.lexicon].terms.some(
      ({ wording, official }) => wording !== official,
    );
    const read = isWorded
      ? `In ${language} text, only the form’s terms are checked, as they are worded, and confidence is not.`
      : `Likelihood and confidence in the text are not checked in ${language}, only in English.`;
    return [
      {
        place: atJudgement(first),
        message: `${read} What is chosen beside each judgement is checked.`,
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

const termOf = (said: string | undefined, lexicon: LexiconId, { lexicons }: Terms) =>
  lexicons[lexicon].terms.find(({ wording }) => wording === said);

const numbersOf = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join(' ');

/**
 * Percentages in the own words of `text` (one textblock) that state a likelihood, with the words around them:
 * "likely (70 %)", "a 70 % chance". The band of a term in its own lexicon, "likely (55 to 80 %)", explains the
 * term and is not one, nor is a share of something, "likely to lose 30 % of its trade".
 */
const percentagesIn = (text: string, lexicon: LexiconId, worded: Terms): readonly string[] => {
  const own = ownWords(text);
  const besideTerms = findLikelihoodTerms(text, worded).flatMap(({ wording, start, end }) => {
    const band = termOf(wording, lexicon, worded)?.band ?? '';
    const found = [before.exec(own.slice(0, start))?.[0], behind.exec(own.slice(end))?.[0]];
    const [left = '', right = ''] = found;
    const isOther = (words: string): boolean => words !== '' && numbersOf(words) !== numbersOf(band);
    return isOther(left) || isOther(right) ? [`${left}${own.slice(start, end)}${right}`.trim()] : [];
  });
  return [...besideTerms, ...[...own.matchAll(alone)].map(([words]) => words.trim())];
};

/**
 * The message that a percentage is outside the band of the term beside it; null where it is inside, or without a
 * term.
 */
const bandWords = (words: string, lexicon: LexiconId, worded: Terms): string | null => {
  const [found] = findLikelihoodTerms(words, worded);
  const term = termOf(found?.wording, lexicon, worded);
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
    const { lexicon } = memo.memo.head;
    const worded = wordsOf(memo.document).terms;
    const { standard } = worded.lexicons[lexicon];
    return writtenTexts(memo).flatMap(({ text, place }) =>
      percentagesIn(text, lexicon, worded).map(
        (words): Found => ({
          place: place ?? { kind: 'text', words },
          message: `${inQuotationMarks(words)} ${bandWords(words, lexicon, worded) ?? 'says likelihood as a percentage'}. ${standard} uses terms, and each term stands for its range.`,
          subject: `${words} ${text}`,
        }),
      ),
    );
  },
};
