import type { MemoJudgement } from '../memo-content.ts';

/**
 * What the analyst wrote beside the statement of a judgement, as it is printed below it. A reason stands behind its
 * confidence level, in the same sentence.
 */
export const printedBelow = ({ attrs }: MemoJudgement): readonly string[] => {
  const { confidence, assumptions, wouldChange } = attrs;
  const reason = attrs.confidenceReason.trim();
  const level = confidence === null ? '' : `Confidence: ${confidence}; `;
  return [reason === '' ? '' : `${level}${reason}`, assumptions, wouldChange].filter(
    (text) => text.trim() !== '',
  );
};
