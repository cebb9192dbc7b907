import type { JudgementId } from '../ids.ts';
import type { JudgementAttrs } from './memo-content.ts';

/** A judgement of which nothing is said yet. */
export const emptyJudgement = (id: JudgementId): JudgementAttrs => ({
  id,
  likelihood: null,
  confidence: null,
  confidenceReason: '',
  assumptions: '',
  wouldChange: '',
});
