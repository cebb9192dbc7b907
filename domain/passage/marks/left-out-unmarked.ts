import type { Body } from '../../article/body/body.ts';
import { leftOutElsewhere, withoutLeftOut } from '../../article/body/without-left-out.ts';
import { isOnWords, type PdfMark } from './pdf-mark.ts';
import { type PlacedMark, placeMarks } from './place-marks.ts';

const isFound = ({ ranges, isNear, partOf }: PlacedMark): boolean =>
  partOf !== null || (ranges.length > 0 && !isNear);

/**
 * The blocks left out of a text as surroundings, such as a running head, except those with words that a reader has
 * marked and that appear under the mark in nothing else: what is marked matters.
 */
export const leftOutUnmarked = (
  body: Body,
  leftOut: readonly number[],
  marks: readonly PdfMark[],
): readonly number[] => {
  const onWords = marks.filter((mark) => isOnWords(mark) && mark.words !== '');
  if (leftOut.length === 0 || onWords.length === 0) return leftOut;
  const missing = placeMarks(withoutLeftOut(body, leftOut), onWords).filter((one) => !isFound(one));
  if (missing.length === 0) return leftOut;
  const ranges = placeMarks(
    body,
    missing.map(({ mark }) => mark),
  )
    .filter(isFound)
    .flatMap((one) => one.ranges);
  return leftOutElsewhere(body, leftOut, ranges);
};
