/** Rules on the words for likelihood and confidence (ICD 203), wherever they stand. */

import { inQuotationMarks } from '../../../text/quotation-marks.ts';
import { type LexiconId, type LikelihoodTerm, lexicons } from '../../../tradecraft/likelihood.ts';
import { printedBelow } from '../../content/printed-below.ts';
import { findLikelihoodTerms } from '../../likelihood/find-likelihood-terms.ts';
import { isOfLexicon } from '../../likelihood/print-lexicon-note.ts';
import { chosenLikelihoods, writtenLikelihoods } from '../../likelihood/used-likelihoods.ts';
import { atJudgement, type CheckedMemo } from '../checked-memo.ts';
import type { Found, Place } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { mixedSentences } from './mixed-sentences.ts';
import { percentagesIn } from './percentages-in.ts';

/** The words of the writer, each with the judgement that it belongs to. */
type Passage = { readonly text: string; readonly place: Place | null };

/** All that the writer says: the prose, and what stands below each judgement. */
export const writtenTexts = ({ prose, judgements }: CheckedMemo): readonly Passage[] => [
  ...prose.map(({ text, judgement }) => {
    const own = judgements.find(({ node }) => node === judgement);
    return { text, place: own === undefined ? null : atJudgement(own) };
  }),
  ...judgements.flatMap((judgement) =>
    printedBelow(judgement.node).map((text) => ({ text, place: atJudgement(judgement) })),
  ),
];

/** ICD 203 forbids it; PHIA does not. */
const forbidsOneSentence = (lexicon: LexiconId): boolean => lexicon !== 'phia';

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
              message: `Likelihood and confidence stand in one sentence (ICD 203 keeps them apart): ${inQuotationMarks(sentence)}`,
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
        message: `Words of another lexicon: ${terms.join(', ')}.`,
        subject: terms.join(', '),
      },
    ];
  },
};

const numbersIn = (text: string): readonly number[] => (text.match(/\d+/gu) ?? []).map(Number);

/** That a percentage lies outside of the band of the term beside it; null where it does not, or there is no term. */
const bandWords = (words: string, terms: readonly LikelihoodTerm[]): string | null => {
  const [found] = findLikelihoodTerms(words);
  const term = terms.find(({ wording }) => wording === found?.wording);
  const [low = 0, high = 100] = numbersIn(term?.band ?? '');
  const isOutside = numbersIn(words).some((number) => number < low || number > high);
  return term !== undefined && isOutside
    ? `is outside of the band of “${term.wording}”, which is ${term.band}`
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
          message: `${inQuotationMarks(words)} ${bandWords(words, terms) ?? 'says likelihood as a percentage'}. ${standard} says it by terms, and a term stands for its band.`,
          subject: `${words} ${text}`,
        }),
      ),
    );
  },
};
