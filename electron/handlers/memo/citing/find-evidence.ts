import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId, SearchId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import { citedPlaceOf } from '#domain/passage/carried.ts';
import { type Passage, passageEvidence } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { usableBody } from '../../article/usable-text.ts';
import { notFound } from '../../shared/failures.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { withTranslations } from './citable-passages.ts';

export type FoundEvidence = {
  readonly passages: readonly CitedPassage[];
  /** The markings with which their articles were received. */
  readonly markings: readonly (Marking | null)[];
};

/** The sources of passages: the reader and the index. */
export type EvidencePlaces = {
  readonly reader: ArchiveReader;
  readonly catalogue: Catalogue;
  /** The language of the citing memo: see translationForMemo. If absent, passages are cited in their own words. */
  readonly memoLanguage?: string;
};

/** What selects the passages; those of a name are selected beforehand. */
export type EvidenceOf = Exclude<Input<'memo:create'>['from'], { kind: 'name' }>;

/** The requested passages of one article; null for all. */
type Wanted = { readonly articleId: ArticleId; readonly passageIds: ReadonlySet<PassageId> | null };

const startOf = ({ selectors }: Passage): number => selectors[0]?.position.start ?? 0;

const groupByArticle = (
  pairs: readonly { readonly articleId: ArticleId; readonly passageId: PassageId }[],
): readonly Wanted[] => {
  const groups = new Map<ArticleId, Set<PassageId>>();
  for (const { articleId, passageId } of pairs) {
    groups.set(articleId, (groups.get(articleId) ?? new Set()).add(passageId));
  }
  return [...groups].map(([articleId, passageIds]) => ({ articleId, passageIds }));
};

const locate = async (
  catalogue: Catalogue,
  passageIds: readonly PassageId[],
): Promise<Result<readonly Wanted[], AppError>> => {
  const pairs: { articleId: ArticleId; passageId: PassageId }[] = [];
  for (const passageId of passageIds) {
    const articleId = await catalogue.articleOfPassage(passageId);
    if (articleId === null) return notFound('passage', passageId);
    pairs.push({ articleId, passageId });
  }
  return ok(groupByArticle(pairs));
};

/** An existing saved search. */
export const findSavedSearch = async (
  reader: ArchiveReader,
  searchId: SearchId,
): Promise<Result<SavedSearch, AppError>> => {
  const file = await reader.searches();
  if (!file.ok) return file;
  const search = file.value.searches.find(({ id, deletedAt }) => id === searchId && deletedAt === null);
  return search === undefined ? notFound('search', searchId) : ok(search);
};

const filterOf = async (
  reader: ArchiveReader,
  searchId: SearchId,
): Promise<Result<PassageFilter, AppError>> => {
  const search = await findSavedSearch(reader, searchId);
  return search.ok ? ok({ text: search.value.text }) : search;
};

const wantedOf = async (
  { reader, catalogue }: EvidencePlaces,
  from: EvidenceOf,
): Promise<Result<readonly Wanted[], AppError>> => {
  if (from.kind === 'nothing') return ok([]);
  if (from.kind === 'article') return ok([{ articleId: from.articleId, passageIds: null }]);
  await catalogue.ready;
  if (from.kind === 'passages') return locate(catalogue, from.passageIds);
  const filter = from.kind === 'tag' ? ok({ tagId: from.tagId }) : await filterOf(reader, from.searchId);
  if (!filter.ok) return filter;
  const rows = await catalogue.passages(filter.value, { isWhole: from.kind === 'search' });
  return ok(groupByArticle(rows.map(({ id, articleId }) => ({ articleId, passageId: id }))));
};

const readWanted = async (
  reader: ArchiveReader,
  { articleId, passageIds }: Wanted,
): Promise<Result<FoundEvidence, AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const usable = await usableBody(reader, articleId);
  if (!usable.ok) return usable;
  const live = annotations.value.passages.filter(({ deletedAt }) => deletedAt === null);
  const gone = [...(passageIds ?? [])].find((id) => !live.some((passage) => passage.id === id));
  if (gone !== undefined) return notFound('passage', gone);
  return ok({
    passages: live
      .filter(({ id }) => passageIds === null || passageIds.has(id))
      .toSorted((a, b) => startOf(a) - startOf(b))
      .map((passage) => ({
        ...citedPlaceOf(articleId, passage),
        exactSha256: sha256Of(passageEvidence(passage)),
      })),
    markings: [annotations.value.about.marking],
  });
};

/**
 * The passages with which a new memo begins, by article and in the order of its text. Fails with `not-found` if one of
 * them no longer exists, with `text-altered` if the quoted text is not the sealed one.
 */
export const findEvidence = async (
  places: EvidencePlaces,
  from: EvidenceOf,
): Promise<Result<FoundEvidence, AppError>> => {
  const { reader } = places;
  const wanted = await wantedOf(places, from);
  if (!wanted.ok) return wanted;
  const found: FoundEvidence[] = [];
  for (const one of wanted.value) {
    const read = await readWanted(reader, one);
    if (!read.ok) return read;
    found.push(read.value);
  }
  const passages = found.flatMap((each) => each.passages);
  return ok({
    passages:
      places.memoLanguage === undefined
        ? passages
        : await withTranslations(reader, passages, places.memoLanguage),
    markings: found.flatMap(({ passages, markings }) => (passages.length === 0 ? [] : markings)),
  });
};
