import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { isOutOfText } from '#domain/passage/carried.ts';
import { inTextOrder } from '#domain/passage/edit/describe-ranges.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { TextIndex } from '#domain/text/text-index.ts';
import { passageTextOf } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

export type PassageInText = {
  readonly index: TextIndex;
  /** UTF-16, in the order of the text; one for each selector. */
  readonly ranges: readonly TextRange[];
};

/** Where the passage stands in the text of its article. Fails `passage-not-in-text` where not all of it does. */
export const rangesInText = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  passage: Passage,
): Promise<Result<PassageInText, AppError>> => {
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const { index } = text.value;
  const { ranges } = anchorPassage(index, passage.selectors);
  const isWhole = ranges.length === passage.selectors.length && !isOutOfText(passage);
  if (!isWhole) return err({ code: 'passage-not-in-text' });
  return ok({ index, ranges: inTextOrder(ranges) });
};
