import { type Provenance, provenanceOf } from '#domain/article/bibliography/provenance.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { DUPLICATES_LIMIT, type DuplicateArticle } from '#domain/contract/article.ts';
import type { ArticleId, Sha256 } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time.ts';
import type { NewText } from '#electron/ports/catalogue.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { ArticleEntry, CatalogueState } from '../../catalogue-state.ts';
import type { Duplicate } from '../../duplicates/duplicate-index.ts';
import { signText } from '../../duplicates/sign-text.ts';

const anyDay = calendarDateSchema.parse('2000-01-01');

const provenancesOf = (state: CatalogueState, { id, bibliography }: ArticleEntry): readonly Provenance[] => {
  const { article } = state.stored.article(id);
  return [bibliography, article.bibliography, bibliographyFromFound(article.found, anyDay)].map(provenanceOf);
};

const rowsOf = (state: CatalogueState, duplicates: readonly Duplicate[]): readonly DuplicateArticle[] =>
  duplicates.slice(0, DUPLICATES_LIMIT).flatMap(({ articleId, isSameText, likeness }) => {
    const entry = state.articles.get(articleId);
    if (entry === undefined) return [];
    const { title, publisher, publishedAt } = entry.bibliography;
    const { firstWords } = entry;
    const provenance = provenancesOf(state, entry);
    return [{ articleId, title, firstWords, publisher, publishedAt, isSameText, likeness, provenance }];
  });

/** An article with all its versions, earlier and later: their texts are naturally similar. */
const versionsOf = (
  state: CatalogueState,
  id: ArticleId,
  among: readonly ArticleId[],
): ReadonlySet<ArticleId> => {
  const firstOf = (version: ArticleId): ArticleId => {
    const seen = new Set<ArticleId>();
    let first = version;
    while (!seen.has(first)) {
      seen.add(first);
      first = state.articles.get(first)?.previousVersionId ?? first;
    }
    return first;
  };
  const first = firstOf(id);
  return new Set(among.filter((each) => firstOf(each) === first));
};

/**
 * The least similarity at which two texts are shown as copies of each other; texts in one group may be less similar,
 * because they are connected by others.
 */
const SHOWN_AS_COPY = 0.7;

/**
 * The copies of the text, pair by pair. If it belongs to its group only by less similarity, the most similar text,
 * since the two are counted together.
 */
const shownCopies = (duplicates: readonly Duplicate[]): readonly Duplicate[] => {
  const copies = duplicates.filter(({ likeness }) => likeness >= SHOWN_AS_COPY);
  return copies.length > 0 ? copies : duplicates.slice(0, 1);
};

/** The articles with the same text, the most similar first, without other versions of the article. */
export const duplicateRows = (state: CatalogueState, id: ArticleId): readonly DuplicateArticle[] => {
  const duplicates = state.duplicates.duplicatesOf(id);
  const versions = versionsOf(
    state,
    id,
    duplicates.map(({ articleId }) => articleId),
  );
  return rowsOf(state, shownCopies(duplicates.filter(({ articleId }) => !versions.has(articleId))));
};

/** As duplicateRows, for many articles; those without duplicates are left out. */
export const duplicateRowsOfEach = async (
  state: CatalogueState,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly DuplicateArticle[]>> => {
  const yielder = createYielder();
  const found = new Map<ArticleId, readonly DuplicateArticle[]>();
  for (const id of ids) {
    await yielder.yieldIfDue();
    const rows = duplicateRows(state, id);
    if (rows.length > 0) found.set(id, rows);
  }
  return found;
};

/** The articles whose text is the same or nearly so, the most similar first. */
export const duplicatesOfText = async (
  state: CatalogueState,
  { textSha256, texts }: NewText,
): Promise<readonly DuplicateArticle[]> => {
  const signature = await signText(texts, createYielder());
  await state.duplicates.compareAll(createYielder());
  return rowsOf(state, state.duplicates.duplicatesOfText({ textSha256, signature }));
};

/** The articles whose text is the same to the character. */
export const sameTextRows = (state: CatalogueState, textSha256: Sha256): readonly DuplicateArticle[] =>
  rowsOf(
    state,
    state.duplicates.withText(textSha256).map((articleId) => ({ articleId, isSameText: true, likeness: 1 })),
  );
