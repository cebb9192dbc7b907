import type { Terms } from '../../tradecraft/own-terms.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { likelihoodWording } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import { englishWords } from '../print/printed-words.ts';
import type { FrozenJudgement } from './snapshot.ts';

type State = Pick<FrozenJudgement, 'likelihood' | 'confidence' | 'termId'>;

/** The likelihood and the confidence of a judgement, separate as in ICD 203: "likely", "moderate confidence". */
export const stateOfJudgement = (
  { likelihood, confidence }: State,
  { change, judgement } = englishWords,
): readonly [string, string] => [
  likelihood ?? change.noLikelihood,
  confidence === null ? change.noConfidence : change.confidence(judgement.level[confidence]),
];

/**
 * Whether two say the same of themselves: the same term, though a form may word it otherwise by now, and level.
 */
export const isSameState = (one: State, other: State): boolean =>
  one.confidence === other.confidence &&
  (one.termId === undefined || other.termId === undefined
    ? one.likelihood === other.likelihood
    : one.termId === other.termId);

/** The same in one phrase: "likely; moderate confidence". */
export const describeJudgement = (judgement: State): string => stateOfJudgement(judgement).join('; ');

/** The non-empty judgements of a memo, with what identifies them; statements as `print` returns them. */
export const judgementsOf = (
  memo: Memo,
  terms: Terms,
  print: (judgement: ReturnType<typeof listJudgements>[number], number: number) => string,
): FrozenJudgement[] =>
  listJudgements(memo.content).map((judgement, at) => ({
    id: judgement.attrs.id,
    number: at + 1,
    likelihood:
      judgement.attrs.likelihood === null
        ? null
        : likelihoodWording(memo.head.lexicon, judgement.attrs.likelihood, terms),
    ...(judgement.attrs.likelihood === null ? {} : { termId: judgement.attrs.likelihood }),
    confidence: judgement.attrs.confidence,
    statement: print(judgement, at + 1),
  }));
