/** What is drawn over a page: the same passages, in the same lanes, as over the text. */
import { boxesOfRange } from '#domain/article/printed/boxes-of-range.ts';
import type { PageBox, PlacedLetter } from '#domain/article/printed/printed-piece.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { cutSegments, type LanedRange } from '../../drawing/layers/lay-highlights.ts';

export type PassageMark = {
  readonly key: string;
  readonly box: PageBox;
  readonly passageId: PassageId;
  readonly label: Label;
  readonly lane: number;
};

/** The stretch of the text that a page holds something of. */
const stretchOf = (letters: readonly PlacedLetter[]): TextRange | null => {
  const [first, last] = [letters[0], letters.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
};

/** The passages on a page, outermost first where several lie over the same words. `ranges` as assignLanes gives them. */
export const passagesOnPage = (
  letters: readonly PlacedLetter[],
  ranges: readonly LanedRange[],
  pinned: ReadonlySet<PassageId>,
): readonly PassageMark[] => {
  const stretch = stretchOf(letters);
  if (stretch === null) return [];
  return cutSegments(ranges, stretch, pinned).flatMap(({ start, end, layers }) => {
    const boxes = boxesOfRange(letters, { start, end });
    return layers.flatMap(({ passageId, label, lane }) =>
      boxes.map((box, line) => ({ key: `${passageId} ${start} ${line}`, box, passageId, label, lane })),
    );
  });
};

/** The boxes of ranges on a page. */
export const boxesOnPage = (
  letters: readonly PlacedLetter[],
  ranges: readonly TextRange[],
): readonly PageBox[] => ranges.flatMap((range) => boxesOfRange(letters, range));

/** How much of the height of a line its caret is wide. */
const CARET_SHARE = 0.12;

/** Where the caret stands on a page: before the letter at the offset, else behind the one that ends there; null where neither does. */
export const caretOnPage = (letters: readonly PlacedLetter[], offset: number): PageBox | null => {
  const next = letters.find(({ start }) => start === offset);
  const last = next === undefined ? letters.find(({ end }) => end === offset) : undefined;
  const box = next?.box ?? last?.box;
  if (box === undefined) return null;
  const at = next === undefined ? box.right : box.left;
  const half = ((box.bottom - box.top) * CARET_SHARE) / 2;
  return { ...box, left: at - half, right: at + half };
};
