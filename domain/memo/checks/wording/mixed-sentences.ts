import { sentencesOf } from '../../../reading/sentences.ts';
import { saysLikelihood } from '../../likelihood/find-likelihood-terms.ts';
import { saysConfidence } from '../../likelihood/says-confidence.ts';

/**
 * The sentences of `text` (one textblock) that hold both a degree of likelihood and a level of confidence, which
 * ICD 203 (Analytic Standards, 2015) keeps apart. The terms are English ones, whatever the memo's language.
 */
export const mixedSentences = (text: string): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }, 'en')
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => saysConfidence(sentence) && saysLikelihood(sentence));
