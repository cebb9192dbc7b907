import type { Body } from '../../article/body/body.ts';
import { leftOutElsewhere, withoutLeftOut } from '../../article/body/without-left-out.ts';
import { isOnWords, type PdfMark } from './pdf-mark.ts';
import { type PlacedMark, placeMarks } from './place-marks.ts';

const isFound = ({ ranges, isNear, partOf }: PlacedMark): boolean =>
  partOf !== null || (ranges.length > 0 && !isNear);

/** Whether a mark is found better: at all, or in fewer parts, which may be other words that are alike. */
const isBetter = (one: PlacedMark, before: PlacedMark | undefined): boolean =>
  isFound(one) && (before === undefined || !isFound(before) || one.ranges.length < before.ranges.length);

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
  const doubtful = placeMarks(withoutLeftOut(body, leftOut), onWords).filter(
    (one) => !isFound(one) || one.ranges.length > 1,
  );
  if (doubtful.length === 0) return leftOut;
  const ranges = placeMarks(
    body,
    doubtful.map(({ mark }) => mark),
  )
    .filter((one) => isBetter(one, doubtful[one.at]))
    .flatMap((one) => one.ranges);
  return leftOutElsewhere(body, leftOut, ranges);
};
