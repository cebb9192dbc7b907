import { listJudgements } from '../content/list-judgements.ts';
import { likelihoodWording } from '../likelihood/used-likelihoods.ts';
import type { Memo } from '../memo.ts';
import type { FrozenJudgement } from './snapshot.ts';

/** What a judgement says of itself, in one phrase: "likely; moderate confidence". */
export const describeJudgement = ({
  likelihood,
  confidence,
}: Pick<FrozenJudgement, 'likelihood' | 'confidence'>): string =>
  `${likelihood ?? 'no likelihood'}; ${confidence === null ? 'no confidence stated' : `${confidence} confidence`}`;

/** The judgements of a memo that say something, with what finds them again; statements as `print` gives them. */
export const judgementsOf = (
  memo: Memo,
  print: (judgement: ReturnType<typeof listJudgements>[number], number: number) => string,
): FrozenJudgement[] =>
  listJudgements(memo.content).map((judgement, at) => ({
    id: judgement.attrs.id,
    number: at + 1,
    likelihood:
      judgement.attrs.likelihood === null ? null : likelihoodWording(memo, judgement.attrs.likelihood),
    confidence: judgement.attrs.confidence,
    statement: print(judgement, at + 1),
  }));
