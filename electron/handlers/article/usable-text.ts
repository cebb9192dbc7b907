import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { isPaged } from '#domain/article/formats/article-formats.ts';
import { type TextState, textStateOf } from '#domain/article/text-state.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { PassageText } from '#domain/passage/edit/describe-ranges.ts';
import type { PassageRefusal } from '#domain/passage/edit/passage-edit.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { indexText } from '#domain/text/text-index.ts';
import { invalidInput } from '#electron/handlers/shared/failures.ts';
import type { ArchiveReader, VerifiedBody } from '../../ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** A text, and whether it has changed since it was sealed. */
export type ReadBody = VerifiedBody & { readonly state: TextState };

/** The body of an article for reading, changed or not. */
export const readBody = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<ReadBody, AppError>> => {
  const record = await reader.article(articleId);
  if (!record.ok) return record;
  const body = await reader.body(articleId);
  if (!body.ok) return body;
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const state = textStateOf(record.value.article, annotations.value.about, body.value.textSha256);
  return ok({ ...body.value, state });
};

/**
 * The body of an article for quoting. Fails with `text-altered` if another program has changed it since it was sealed,
 * and nobody has recorded why it is used all the same.
 */
export const usableBody = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<VerifiedBody, AppError>> => {
  const read = await readBody(reader, articleId);
  if (!read.ok) return read;
  return read.value.state === 'altered' ? err({ code: 'text-altered', articleId }) : read;
};

/** The text that the passages of an article refer to. Fails with `text-altered` if it is not the sealed one. */
export const passageTextOf = async (
  reader: ArchiveReader,
  articleId: ArticleId,
): Promise<Result<PassageText, AppError>> => {
  const file = await usableBody(reader, articleId);
  if (!file.ok) return file;
  const { body } = file.value;
  return ok({ index: indexText(canonicalText(body)), spans: textBlockSpans(body) });
};

/**
 * The original of an article imported from a PDF, or the pages of its picture, compared with the sealed hash. A
 * password-protected PDF is returned as it is: the page that draws it asks for the password, which is not known here.
 */
export const readPagedOriginal = async (
  {
    archive,
    texts,
  }: { readonly archive: Pick<ArchiveReader, 'article' | 'original'> } & Pick<HandlerDeps, 'texts'>,
  articleId: ArticleId,
): Promise<Result<Uint8Array, AppError>> => {
  const record = await archive.article(articleId);
  if (!record.ok) return record;
  const { format } = record.value.article;
  if (!isPaged(format))
    return invalidInput('article:original', 'the article was not imported from a PDF or a picture');
  const original = await archive.original(articleId);
  if (original.ok) {
    const pages = await texts.pagesOf(original.value, format);
    return pages.ok ? pages : err({ code: pages.error });
  }
  if (original.error.code !== 'text-not-restored') return original;
  const { why } = original.error;
  return why === 'original-missing' || why === 'original-altered'
    ? err({ code: 'original-unusable', why })
    : original;
};

/** The failure of a request whose edit was refused. */
export const refused = (
  request: RequestName,
  refusal: PassageRefusal,
): { readonly ok: false; readonly error: AppError } =>
  refusal.code === 'ranges-not-of-text' ? invalidInput(request, refusal.problem) : err(refusal);
