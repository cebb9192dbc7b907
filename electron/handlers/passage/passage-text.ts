import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { PassageRefusal } from '#domain/passage/edit/passage-edit.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { indexText } from '#domain/text/text-index.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { usableBody } from '../article/usable-text.ts';
import { invalidInput } from '../shared/failures.ts';

/** The text that the passages of an article stand in. Fails `text-altered` for one that is not the sealed one. */
export const passageTextOf = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<PassageText, AppError>> => {
  const file = await usableBody(reader, articleId);
  if (!file.ok) return file;
  const { body } = file.value;
  return ok({ index: indexText(canonicalText(body)), spans: textBlockSpans(body) });
};

/** The failure of a request whose edit was refused. */
export const refused = (
  request: RequestName,
  refusal: PassageRefusal,
): { readonly ok: false; readonly error: AppError } =>
  refusal.code === 'ranges-not-of-text' ? invalidInput(request, refusal.problem) : err(refusal);
