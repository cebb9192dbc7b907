import { canonicalText, type TextBlockSpan, textBlockSpans } from '#domain/article/canonical-text.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/describe-selector.ts';
import { isGraphemeBoundary } from '#domain/passage/grapheme-boundaries.ts';
import { mannerOfAll } from '#domain/passage/manner-of.ts';
import type { Selector, TextRange } from '#domain/passage/selector.ts';
import { indexText, type TextIndex } from '#domain/passage/text-index.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { usableBody } from '../article/usable-text.ts';
import { invalidInput } from '../shared/failures.ts';

export type DescribedRanges = {
  readonly selectors: Selector[];
  /** 'direct' where every range stands between quotation marks. */
  readonly manner: 'direct' | null;
  /** The text that they were described in. */
  readonly index: TextIndex;
  readonly spans: readonly TextBlockSpan[];
};

/** The requests that say ranges. */
type RangeRequest = 'passage:add' | 'passage:resize' | 'needs:take';

const inOrder = (ranges: readonly TextRange[]): readonly TextRange[] =>
  ranges.toSorted((a, b) => a.start - b.start);

/** What keeps `ranges` (in order) from being a passage of `text`; null where nothing does. */
const refusalOf = (
  request: RangeRequest,
  text: string,
  ranges: readonly TextRange[],
): { readonly ok: false; readonly error: AppError } | null => {
  if (ranges.some(({ end }) => end > text.length))
    return invalidInput(request, 'a range ends after the text');
  const overlaps = ranges.some(({ start }, index) => start < (ranges[index - 1]?.end ?? 0));
  if (overlaps) return invalidInput(request, 'ranges of one passage overlap');
  const isCut = ranges.some(
    ({ start, end }) => !isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end),
  );
  return isCut ? err({ code: 'range-not-on-grapheme' }) : null;
};

/**
 * Describes the ranges of one passage (UTF-16 of the article's canonical text) as selectors, in the order of the
 * text. They must lie in the text, begin and end on grapheme boundaries, and not overlap each other. Fails
 * `text-altered` for a text that is not the one that was sealed.
 */
export const describeRanges = async (
  reader: ArchiveReader,
  request: RangeRequest,
  articleId: ArticleId,
  ranges: readonly TextRange[],
): Promise<Result<DescribedRanges, AppError>> => {
  const file = await usableBody(reader, articleId);
  if (!file.ok) return file;
  const text = canonicalText(file.value.body);
  const ordered = inOrder(ranges);
  const refusal = refusalOf(request, text, ordered);
  if (refusal !== null) return refusal;
  const index = indexText(text);
  const spans = textBlockSpans(file.value.body);
  return ok({
    selectors: ordered.map((range) => describeSelector(index, range)),
    manner: mannerOfAll(spans, ordered),
    index,
    spans,
  });
};
