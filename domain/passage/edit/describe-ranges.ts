import type { TextBlockSpan } from '../../article/body/canonical-text.ts';
import { err, ok, type Result } from '../../result.ts';
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { describeSelector } from '../anchor/describe-selector.ts';
import { mannerOfAll } from './manner-of.ts';

/** The text that passages stand in. */
export type PassageText = { readonly index: TextIndex; readonly spans: readonly TextBlockSpan[] };

export type DescribedRanges = {
  readonly selectors: Selector[];
  /** 'direct' where every range is between quotation marks. */
  readonly manner: 'direct' | null;
};

export type RangeRefusal =
  | { readonly code: 'range-not-on-grapheme' }
  | { readonly code: 'ranges-not-of-text'; readonly problem: string };

export const inTextOrder = (ranges: readonly TextRange[]): readonly TextRange[] =>
  ranges.toSorted((a, b) => a.start - b.start);

/** Why `ranges` (in order) cannot be a passage of `text`; null where they can. */
const refusalOf = (text: string, ranges: readonly TextRange[]): RangeRefusal | null => {
  if (ranges.some(({ end }) => end > text.length))
    return { code: 'ranges-not-of-text', problem: 'a range ends after the text' };
  if (ranges.some(({ start }, index) => start < (ranges[index - 1]?.end ?? 0)))
    return { code: 'ranges-not-of-text', problem: 'ranges of one passage overlap' };
  const isCut = ranges.some(
    ({ start, end }) => !isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end),
  );
  return isCut ? { code: 'range-not-on-grapheme' } : null;
};

/**
 * Describes the ranges of one passage (UTF-16 of the canonical text) as selectors, in the order of the text. The
 * ranges must lie within the text, begin and end on grapheme boundaries, and not overlap.
 */
export const describeRanges = (
  { index, spans }: PassageText,
  ranges: readonly TextRange[],
): Result<DescribedRanges, RangeRefusal> => {
  const ordered = inTextOrder(ranges);
  const refusal = refusalOf(index.text, ordered);
  if (refusal !== null) return err(refusal);
  return ok({
    selectors: ordered.map((range) => describeSelector(index, range)),
    manner: mannerOfAll(spans, ordered),
  });
};
