import type { LexiconId } from '../../tradecraft/likelihood.ts';
import { citationsOfBlock } from '../citations/list-citations.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText, listProse } from '../content/list-prose.ts';
import { printedBelow } from '../content/printed-below.ts';
import { findLikelihoodTerms } from '../likelihood/find-likelihood-terms.ts';
import { isOfLexicon } from '../likelihood/print-lexicon-note.ts';
import { chosenLikelihoods, likelihoodWording, writtenLikelihoods } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { MemoJudgement } from '../memo-content.ts';
import type { MemoProblem } from './memo-problem.ts';
import { mixedSentences } from './mixed-sentences.ts';

/** ICD 203 forbids it; PHIA does not. */
const forbidsOneSentence = (lexicon: LexiconId): boolean => lexicon !== 'phia';

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
      printedBelow(judgement).flatMap(mixedSentences).map(problem(judgement.attrs.id)),
    ),
  ];
};

const checkWording = (memo: Memo, { attrs, content = [] }: MemoJudgement): readonly MemoProblem[] => {
  if (attrs.likelihood === null) return [];
  const chosen = likelihoodWording(memo, attrs.likelihood);
  const found = findLikelihoodTerms(inlineText(content));
  const [other] = found;
  return other === undefined || found.some(({ wording, isAltered }) => wording === chosen && !isAltered)
    ? []
    : [
        {
          severity: 'should',
          kind: 'judgement-says-another-likelihood',
          judgementId: attrs.id,
          chosen,
          written: other.written,
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

/** Each once, whatever its letters. */
const distinct = (terms: readonly string[]): readonly string[] =>
  [...new Map(terms.toReversed().map((term) => [term.toLowerCase(), term])).values()].toReversed();

/** Terms that are not of the memo's lexicon: one product uses one row of terms. */
export const checkLexicons = (memo: Memo): readonly MemoProblem[] => {
  const isForeign = (wording: string): boolean => !isOfLexicon(memo.head.lexicon, wording);
  const terms = distinct([
    ...chosenLikelihoods(memo).filter(isForeign),
    ...writtenLikelihoods(memo).flatMap(({ wording, form }) => (isForeign(wording) ? form : [])),
  ]);
  return terms.length === 0 ? [] : [{ severity: 'should', kind: 'mixed-lexicons', terms }];
};
