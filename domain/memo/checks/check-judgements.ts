import type { LexiconId } from '../../tradecraft/likelihood.ts';
import { citationsOfBlock } from '../citations/list-citations.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText, listProse } from '../content/list-prose.ts';
import { findLikelihoodTerms } from '../likelihood/find-likelihood-terms.ts';
import { isOfLexicon } from '../likelihood/print-lexicon-note.ts';
import { likelihoodWording, usedLikelihoods } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoJudgement } from '../memo-content.ts';
import type { MemoProblem } from './memo-problem.ts';

const confidenceLevel =
  /\b(?:high|moderate|low)\s+confidence\b|\bconfidence(?:\s+level)?\s*(?:is|was|remains|:|=)?\s*(?:high|moderate|low)\b|\bhighly confident\b/iu;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** ICD 203 forbids it; PHIA does not. */
const forbidsOneSentence = (lexicon: LexiconId): boolean => lexicon !== 'phia';

const mixedSentences = (text: string): readonly string[] =>
  Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter(
    (sentence) => confidenceLevel.test(sentence) && findLikelihoodTerms(sentence).length > 0,
  );

/** A reason is printed behind its confidence level, in the same sentence. */
const reasonSaysLikelihood = ({ attrs }: MemoJudgement): readonly string[] =>
  attrs.confidence !== null && findLikelihoodTerms(attrs.confidenceReason).length > 0
    ? [`Confidence: ${attrs.confidence}; ${attrs.confidenceReason.trim()}`]
    : [];

/** Sentences that hold both a degree of likelihood and a level of confidence (ICD 203). */
export const checkSentences = (memo: Memo): readonly MemoProblem[] => {
  if (!forbidsOneSentence(memo.head.lexicon)) return [];
  const problem = (judgementId: MemoJudgement['attrs']['id'] | null) => (sentence: string) =>
    ({
      severity: 'should',
      kind: 'likelihood-and-confidence-in-one-sentence',
      judgementId,
      sentence,
    }) as const;
  return [
    ...listProse(memo.content).flatMap(({ text, judgement }) =>
      mixedSentences(text).map(problem(judgement?.attrs.id ?? null)),
    ),
    ...listJudgements(memo.content).flatMap((judgement) =>
      reasonSaysLikelihood(judgement).map(problem(judgement.attrs.id)),
    ),
  ];
};

const checkWording = (memo: Memo, { attrs, content = [] }: MemoJudgement): readonly MemoProblem[] => {
  if (attrs.likelihood === null) return [];
  const chosen = likelihoodWording(memo, attrs.likelihood);
  const written = findLikelihoodTerms(inlineText(content)).map(({ wording }) => wording);
  const [other] = written;
  return other === undefined || written.includes(chosen)
    ? []
    : [
        {
          severity: 'should',
          kind: 'judgement-says-another-likelihood',
          judgementId: attrs.id,
          chosen,
          written: other,
        },
      ];
};

const checkJudgement = (memo: Memo, judgement: MemoJudgement): readonly MemoProblem[] => {
  const { id, likelihood, confidence } = judgement.attrs;
  const problems: MemoProblem[] = [];
  if (likelihood === null || confidence === null) {
    problems.push({
      severity: 'should',
      kind: 'judgement-without-likelihood-or-confidence',
      judgementId: id,
    });
  }
  if (citationsOfBlock(judgement).length === 0) {
    problems.push({ severity: 'should', kind: 'judgement-without-citation', judgementId: id });
  }
  return [...problems, ...checkWording(memo, judgement)];
};

/** What each judgement lacks, and where its words contradict its choice. */
export const checkJudgements = (memo: Memo): readonly MemoProblem[] =>
  listJudgements(memo.content).flatMap((judgement) => checkJudgement(memo, judgement));

/** Terms that are not of the memo's lexicon: one product uses one row of terms. */
export const checkLexicons = (memo: Memo): readonly MemoProblem[] => {
  const terms = [...usedLikelihoods(memo)].filter((wording) => !isOfLexicon(memo.head.lexicon, wording));
  return terms.length === 0 ? [] : [{ severity: 'should', kind: 'mixed-lexicons', terms }];
};
