import type { LexiconId } from '../../tradecraft/likelihood.ts';
import { doctrineTerms, type Terms } from '../../tradecraft/own-terms.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { listOwnProse } from '../content/list-prose.ts';
import { printedBelow } from '../content/printed-below.ts';
import type { Memo } from '../memo.ts';
import { type FoundTerm, findLikelihoodTerms } from './find-likelihood-terms.ts';

/** The wording of a judgement's term; one that the memo's lexicon does not have is worded as it was chosen. */
export const likelihoodWording = (
  lexicon: LexiconId,
  termId: string,
  { lexicons }: Pick<Terms, 'lexicons'>,
): string => lexicons[lexicon].terms.find(({ id }) => id === termId)?.wording ?? termId.replaceAll('-', ' ');

/** The wordings that were chosen for the judgements of a memo, in their order. */
export const chosenLikelihoods = (memo: Memo, terms = doctrineTerms): readonly string[] =>
  listJudgements(memo.content).flatMap(({ attrs }) =>
    attrs.likelihood === null ? [] : likelihoodWording(memo.head.lexicon, attrs.likelihood, terms),
  );

/** The terms that its writer wrote, in prose and beside judgements; quotations are not the writer's. */
export const writtenLikelihoods = (memo: Memo, terms = doctrineTerms): readonly FoundTerm[] =>
  [
    ...listOwnProse(memo.content).map(({ text }) => text),
    ...listJudgements(memo.content).flatMap(printedBelow),
  ].flatMap((text) => findLikelihoodTerms(text, terms));

/** The wordings of all terms that a memo says: a term that is denied is not said. */
export const usedLikelihoods = (memo: Memo, terms = doctrineTerms): ReadonlySet<string> =>
  new Set([
    ...chosenLikelihoods(memo, terms),
    ...writtenLikelihoods(memo, terms).flatMap(({ wording, isAltered }) => (isAltered ? [] : wording)),
  ]);
