import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans, textBlockText } from '#domain/article/body/canonical-text.ts';
import { pagedRanges } from '#domain/article/pages.ts';
import { picturesInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, type PassageId, passageIdSchema } from '#domain/ids.ts';
import { isOutOfText, needsLook } from '#domain/passage/carried.ts';
import { carryPassage, wordsOf } from '#domain/passage/carry/carry-passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { ok, type Result } from '#domain/result.ts';
import { indexText } from '#domain/text/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { carryTranslations, type NewVersion } from '#domain/translation/carry-translations.ts';
import type { ArchiveReader, NewArticle, PictureFile } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { createVersionPairs } from '../article/version-pairs.ts';

/** Relations between two passages of the old version become relations between the carried passages. */
const relateCarried = (
  passages: readonly Passage[],
  previousId: ArticleId,
  newArticleId: ArticleId,
  newIds: ReadonlyMap<PassageId, PassageId>,
): readonly Passage[] =>
  passages.map((passage) => ({
    ...passage,
    relations: passage.relations.map((relation) => {
      const passageId = newIds.get(relation.passageId);
      return relation.articleId === previousId && passageId !== undefined
        ? { ...relation, articleId: newArticleId, passageId }
        : relation;
    }),
  }));

/** The pictures of page regions among carried passages, from the copy that has them; missing ones stay missing. */
const pixelsOf = async (
  reader: ArchiveReader,
  passages: readonly Passage[],
  newArticleId: ArticleId,
): Promise<readonly PictureFile[]> => {
  const files = new Map<string, PictureFile>();
  for (const passage of passages) {
    const region = pictureRegionOf(passage, newArticleId);
    // A passage that was not located shows the picture of its old copy; a picture of the text is stored with the text.
    if (region?.of !== 'page' || region.articleId !== newArticleId || passage.carriedFrom === null) continue;
    const { sha256, format } = region.picture;
    const kept = await reader.picture(
      { kind: 'article', id: passage.carriedFrom.articleId },
      { sha256, format },
    );
    if (kept.kind === 'picture') files.set(sha256, { picture: { sha256, format }, bytes: kept.bytes });
  }
  return [...files.values()];
};

const textsOf = (body: Body): readonly string[] =>
  textBlockSpans(body).map(({ block }) => textBlockText(block));

/**
 * The translations of the previous version, limited to paragraphs and passages that still exist; null if it has none.
 */
const translationsCarried = async (
  reader: ArchiveReader,
  { article, body }: NewArticle,
  previousId: ArticleId,
  version: Pick<NewVersion, 'passageIds' | 'at'>,
): Promise<Result<NonNullable<NewArticle['translations']> | null, AppError>> => {
  const before = await reader.translations(previousId);
  if (!before.ok) return before;
  if (before.value.translations.length + before.value.languages.length === 0) return ok(null);
  const old = await reader.body(previousId);
  if (!old.ok) return old;
  const [oldTexts, fresh] = [textsOf(old.value.body), textsOf(body)];
  return ok(carryTranslations(before.value, { ...version, articleId: article.id, old: oldTexts, fresh }));
};

/**
 * What a passage is carried from: a reading that nobody has looked at yet gives way to the one before it,
 * so that what is different since then is asked again.
 */
const lastSettled = async (
  reader: ArchiveReader,
  passage: Passage,
  articleId: ArticleId,
): Promise<{ readonly passage: Passage; readonly articleId: ArticleId }> => {
  const { carriedFrom } = passage;
  if (carriedFrom === null || !needsLook(passage) || isOutOfText(passage)) return { passage, articleId };
  const file = await reader.annotations(carriedFrom.articleId);
  const old = file.ok ? file.value.passages.find(({ id }) => id === carriedFrom.passageId) : undefined;
  if (old === undefined) return { passage, articleId };
  const { id, selectors } = old;
  return { passage: { ...passage, id, selectors, carriedFrom: null }, articleId: carriedFrom.articleId };
};

/**
 * Makes `article` the version after `previousId`, with its passages carried over. The old version is unchanged, and so
 * are citations of it. Thousands of passages are located a few at a time, so that the process stays responsive.
 */
export const carryPassages = async (
  reader: ArchiveReader,
  { newId, nowMs }: Machine,
  article: NewArticle,
  previousId: ArticleId,
): Promise<Result<NewArticle, AppError>> => {
  const previous = await reader.annotations(previousId);
  if (!previous.ok) return previous;
  const yielder = createYielder();
  const index = indexText(canonicalText(article.body));
  const pairWith = createVersionPairs(reader, index, article.body);
  const spans = textBlockSpans(article.body);
  const version = {
    index,
    pictures: picturesInText(spans),
    pages: pagedRanges(spans),
    originalSha256: article.article.originalSha256,
    language: article.article.bibliography.language,
  };
  const at = toTimestamp(nowMs());
  const newIds = new Map<PassageId, PassageId>();
  const carried: Passage[] = [];
  for (const passage of previous.value.passages) {
    if (passage.deletedAt !== null) continue;
    await yielder.yieldIfDue();
    const id = passageIdSchema.parse(newId());
    newIds.set(passage.id, id);
    const from = await lastSettled(reader, passage, previousId);
    const pair = await pairWith(wordsOf(from.passage, from.articleId).articleId);
    carried.push(carryPassage({ ...version, pair }, from.passage, { articleId: from.articleId, id, at }));
  }
  const passages = relateCarried(carried, previousId, article.article.id, newIds);
  const pixels = await pixelsOf(reader, passages, article.article.id);
  const translated = await translationsCarried(reader, article, previousId, { passageIds: newIds, at });
  if (!translated.ok) return translated;
  return ok({
    ...article,
    ...(translated.value === null ? {} : { translations: translated.value }),
    pictures: [...(article.pictures ?? []), ...pixels],
    article: { ...article.article, previousVersionId: previousId },
    annotations: { ...article.annotations, passages: [...passages] },
  });
};
