import { likelihoodTerm } from '../../tradecraft/likelihood.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { listProse } from '../content/list-prose.ts';
import type { Memo } from '../memo.ts';
import { findLikelihoodTerms } from './find-likelihood-terms.ts';

/** The wording of a judgement's term; one that the memo's lexicon does not have is worded as it was chosen. */
export const likelihoodWording = (memo: Memo, termId: string): string =>
  likelihoodTerm(memo.head.lexicon, termId)?.wording ?? termId.replaceAll('-', ' ');

/** The wordings of all terms that a memo uses: chosen for its judgements or written in its prose. */
export const usedLikelihoods = (memo: Memo): ReadonlySet<string> =>
  new Set([
    ...listJudgements(memo.content).flatMap(({ attrs }) =>
      attrs.likelihood === null ? [] : [likelihoodWording(memo, attrs.likelihood)],
    ),
    ...listProse(memo.content).flatMap(({ text }) => findLikelihoodTerms(text).map(({ wording }) => wording)),
  ]);
