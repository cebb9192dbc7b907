/** A selection that grows and shrinks by what the text is made of: word, quotation, sentence, paragraph. */
import { quotationsIn, saidIn } from '../text/quotations.ts';
import type { TextRange } from '../text/selector.ts';
import { paragraphIndexAt, type ReadingText, unitsOf } from './reading-text.ts';

/** A caret is a range of no length here. */
type Place = TextRange;

const lengthOf = ({ start, end }: TextRange): number => end - start;
const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

const paragraphsOver = (reading: ReadingText, { start, end }: Place): readonly TextRange[] =>
  reading.paragraphs.slice(paragraphIndexAt(reading, start), paragraphIndexAt(reading, end) + 1);

/** The quotation around `range`: without its marks, or with them where `range` has taken in a mark already. */
const quotationsAround = (
  { text }: ReadingText,
  paragraph: TextRange,
  range: Place,
): readonly TextRange[] => {
  const own = text.slice(paragraph.start, paragraph.end);
  const inOwn = { start: range.start - paragraph.start, end: range.end - paragraph.start };
  return quotationsIn(own)
    .map((quotation) => {
      const said = saidIn(own, quotation);
      return said !== null && contains(said, inOwn) ? said : quotation;
    })
    .filter((stretch) => contains(stretch, inOwn))
    .map(({ start, end }) => ({ start: start + paragraph.start, end: end + paragraph.start }));
};

/** The smallest stretch of whole units around `range`; null where the units don't reach around it. */
const around = (units: readonly TextRange[], range: Place): TextRange | null => {
  const first = units.findLast(({ start }) => start <= range.start);
  const last = units.find(({ end }) => end >= range.end);
  if (first === undefined || last === undefined) return null;
  const isBetween = first.end < range.start || last.start > range.end;
  return isBetween ? null : { start: first.start, end: Math.max(first.end, last.end) };
};

/** Everything that `range` could grow to, the shortest first. */
const stretchesAround = (reading: ReadingText, range: Place): readonly TextRange[] => {
  const paragraphs = paragraphsOver(reading, range);
  const bySize = (['word', 'sentence', 'paragraph'] as const).flatMap((unit) => {
    const units = paragraphs.flatMap((paragraph) => unitsOf(reading, paragraph, unit));
    return around(units, range) ?? [];
  });
  const quotations = paragraphs.flatMap((paragraph) => quotationsAround(reading, paragraph, range));
  return [...bySize, ...quotations].sort((a, b) => lengthOf(a) - lengthOf(b));
};

/** The next larger unit that contains `range` (a caret: of no length); null where it is a whole paragraph already. */
export const growRange = (reading: ReadingText, range: Place): TextRange | null =>
  stretchesAround(reading, range).find(
    (stretch) => contains(stretch, range) && lengthOf(stretch) > lengthOf(range),
  ) ?? null;

/** The next smaller stretch around `caret`, which `range` grew from; null where it is down to a word. */
export const shrinkRange = (reading: ReadingText, range: TextRange, caret: number): TextRange | null => {
  let last: TextRange | null = null;
  let stretch = growRange(reading, { start: caret, end: caret });
  while (stretch !== null && contains(range, stretch) && lengthOf(stretch) < lengthOf(range)) {
    last = stretch;
    stretch = growRange(reading, stretch);
  }
  return last;
};
