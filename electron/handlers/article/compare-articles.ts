import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/canonical-text.ts';
import {
  type ComparedWord,
  comparedWords,
  compareTexts,
  type TextComparison,
} from '#domain/article/compare/compare-texts.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { createTimeSlices, type TimeSlices } from '#electron/time/time-slices.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** Two texts of so many characters are aligned in some 40 ms, for which the process does nothing else. */
const MOST_CHARACTERS = 200_000;

const wordsOf = async (
  reader: ArchiveReader,
  id: ArticleId,
  slices: TimeSlices,
): Promise<Result<readonly ComparedWord[] | null, AppError>> => {
  const file = await reader.body(id);
  if (!file.ok) return file;
  if (canonicalText(file.value.body).length > MOST_CHARACTERS) return ok(null);
  const words: ComparedWord[] = [];
  for (const { block } of textBlockSpans(file.value.body)) {
    words.push(...comparedWords(textBlockText(block)));
    await slices.breathe();
  }
  return ok(words);
};

/** Where the texts of two articles differ, in words; null where one is too long to be compared in a moment. */
export const compareArticles = async (
  reader: ArchiveReader,
  id: ArticleId,
  otherId: ArticleId,
): Promise<Result<TextComparison | null, AppError>> => {
  const slices = createTimeSlices();
  const [old, fresh] = [await wordsOf(reader, id, slices), await wordsOf(reader, otherId, slices)];
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  return ok(old.value === null || fresh.value === null ? null : compareTexts(old.value, fresh.value));
};
