import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import {
  type ComparedWord,
  comparedWords,
  compareTexts,
  type TextComparison,
} from '#domain/article/compare-texts.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { createYielder, type Yielder } from '#electron/time/yielder.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** Two texts of so many characters are aligned in some 40 ms, for which the process does nothing else. */
const MAX_CHARACTERS = 200_000;

const wordsOf = async (
  reader: ArchiveReader,
  id: ArticleId,
  yielder: Yielder,
): Promise<Result<readonly ComparedWord[] | null, AppError>> => {
  const file = await reader.body(id);
  if (!file.ok) return file;
  if (canonicalText(file.value.body).length > MAX_CHARACTERS) return ok(null);
  const words: ComparedWord[] = [];
  for (const { block } of textBlockSpans(file.value.body)) {
    words.push(...comparedWords(textBlockText(block)));
    await yielder.yieldIfDue();
  }
  return ok(words);
};

/** Where the texts of two articles differ, in words; null where one is too long to be compared in a moment. */
export const compareArticles = async (
  reader: ArchiveReader,
  id: ArticleId,
  otherId: ArticleId,
): Promise<Result<TextComparison | null, AppError>> => {
  const yielder = createYielder();
  const [old, fresh] = [await wordsOf(reader, id, yielder), await wordsOf(reader, otherId, yielder)];
  if (!old.ok) return old;
  if (!fresh.ok) return fresh;
  return ok(old.value === null || fresh.value === null ? null : compareTexts(old.value, fresh.value));
};
