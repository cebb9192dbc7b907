import type { Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { cutAs } from '#domain/article/body/cut-as.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { withoutFigures } from '#domain/article/pictures/without-figures.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { picturesOf } from '../../import/new-article.ts';
import { sha256Of } from '../../shared/sha-256.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'texts'>;

/** A PDF may have been sealed before its figures were read: then its text has no places for them. */
const withAndWithoutFigures = (body: Body): readonly Body[] => {
  const words = withoutFigures(body);
  return words === null ? [body] : [body, words];
};

/** The body that has the sealed text: what was read, with or without its surroundings, or what the body that stands there has of it. */
const sealedAmong = (
  { body: read, leftOut }: ParsedArticle,
  there: Body | null,
  textSha256: Sha256,
): Body | null => {
  const candidates = [
    ...[withoutLeftOut(read, leftOut), read].flatMap(withAndWithoutFigures),
    ...(there === null ? [] : withAndWithoutFigures(read).flatMap((body) => cutAs(body, there))),
  ];
  return candidates.find((body) => sha256Of(canonicalText(body)) === textSha256) ?? null;
};

/**
 * Makes the text of an article anew from its original, where another hand has changed or damaged it. What was sealed
 * is proved by its hash, or nothing is written: fails `text-not-restored` where the original is gone or is not what
 * was imported, or where it does not read as it did. What stood there is kept beside it.
 */
export const restoreText = async (
  { archive, texts }: Deps,
  articleId: ArticleId,
): Promise<Result<null, AppError>> => {
  const record = await archive.article(articleId);
  if (!record.ok) return record;
  const { article } = record.value;
  const there = await archive.body(articleId);
  if (there.ok && there.value.textSha256 === article.textSha256) return ok(null);
  const original = await archive.original(articleId);
  if (!original.ok) return original;
  const read = await texts.readOriginal(article, original.value);
  if (!read.ok) {
    const why = read.error === 'password-needed' ? 'locked' : 'reading-failed';
    return err({ code: 'text-not-restored', why });
  }
  const body = sealedAmong(read.value, there.ok ? there.value.body : null, article.textSha256);
  if (body === null) return err({ code: 'text-not-restored', why: 'reads-otherwise' });
  return archive.perform(
    async () =>
      ok({
        value: null,
        name: 'restore-text',
        changes: [],
        restoredBodies: [{ articleId, body }],
        newPictures: picturesOf(body, read.value.pictures).map((file) => ({
          holder: { holds: 'article', id: articleId },
          ...file,
        })),
      }),
    { isFinal: true },
  );
};
