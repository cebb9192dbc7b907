import type { MemoJudgement } from '../memo-content.ts';
import { englishWords, type PrintedWords } from '../print/printed-words.ts';

/**
 * A reason as printed after its confidence level: a reason that begins as a sentence is its own sentence, any
 * other follows a semicolon.
 */
export const printBehindLevel = (
  reason: string,
  { semicolon, stop, gap }: PrintedWords['sign'] = englishWords.sign,
): string => (/^["“‘(„«]?\p{Lu}/u.test(reason) ? `${stop}${gap}${reason}` : `${semicolon}${reason}`);

/**
 * The analyst's text beside the statement of a judgement, as printed below it. A reason follows its confidence
 * level.
 */
export const printedBelow = ({ attrs }: MemoJudgement): readonly string[] => {
  const { confidence, assumptions, wouldChange } = attrs;
  const reason = attrs.confidenceReason.trim();
  const level = confidence === null ? '' : `Confidence: ${confidence}`;
  const because = level === '' ? reason : `${level}${printBehindLevel(reason)}`;
  return [reason === '' ? '' : because, assumptions, wouldChange].filter((text) => text.trim() !== '');
};
