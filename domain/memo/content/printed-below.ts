import type { MemoJudgement } from '../memo-content.ts';
import { englishWords, type PrintedWords } from '../print/printed-words.ts';

/**
 * A reason as it is printed behind its confidence level: one that begins as a sentence is one, and any other goes on
 * behind a semicolon.
 */
export const printBehindLevel = (
  reason: string,
  { semicolon, stop, gap }: PrintedWords['sign'] = englishWords.sign,
): string => (/^["“‘(„«]?\p{Lu}/u.test(reason) ? `${stop}${gap}${reason}` : `${semicolon}${reason}`);

/**
 * What the analyst wrote beside the statement of a judgement, as it is printed below it. A reason stands behind its
 * confidence level.
 */
export const printedBelow = ({ attrs }: MemoJudgement): readonly string[] => {
  const { confidence, assumptions, wouldChange } = attrs;
  const reason = attrs.confidenceReason.trim();
  const level = confidence === null ? '' : `Confidence: ${confidence}`;
  const because = level === '' ? reason : `${level}${printBehindLevel(reason)}`;
  return [reason === '' ? '' : because, assumptions, wouldChange].filter((text) => text.trim() !== '');
};
