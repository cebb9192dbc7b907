import { canonicalText, type TextBlockSpan, textBlockSpans } from '#domain/article/canonical-text.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import { anchorPassage } from '#domain/passage/anchor-passage.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { indexText, type TextIndex } from '#domain/passage/text-index.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { usableBody } from '../article/usable-text.ts';

export type PassageInText = {
  readonly index: TextIndex;
  readonly spans: readonly TextBlockSpan[];
  /** UTF-16, in the order of the text; one for each selector. */
  readonly ranges: readonly TextRange[];
};

/** Where the passage stands in the text of its article. Fails `passage-not-in-text` where not all of it does. */
export const rangesInText = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  passage: Passage,
): Promise<Result<PassageInText, AppError>> => {
  const file = await usableBody(reader, articleId);
  if (!file.ok) return file;
  const index = indexText(canonicalText(file.value.body));
  const { ranges } = anchorPassage(index, passage.selectors);
  const isWhole = ranges.length === passage.selectors.length && !isOutOfText(passage);
  if (!isWhole) return err({ code: 'passage-not-in-text' });
  return ok({
    index,
    spans: textBlockSpans(file.value.body),
    ranges: ranges.toSorted((a, b) => a.start - b.start),
  });
};
