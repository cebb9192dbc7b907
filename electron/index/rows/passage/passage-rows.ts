import type { PassageRow } from '#domain/contract/passage.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { passageState } from '#domain/passage/carried.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import type { Condition } from '#domain/search/language/condition.ts';
import { type FactTest, testOf } from '#domain/search/language/match-facts.ts';
import { searchKinds } from '#domain/search/language/search-facts.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import type { FoundToCite, PassageBounds, UnsettledPassage } from '#electron/ports/catalogue.ts';
import { mapYielding } from '#electron/time/yielder.ts';
import { inAllVersions } from '../../ask/count-searches.ts';
import { findHits, readSearch } from '../../ask/find-hits.ts';
import {
  type ArticleEntry,
  articlesNewestFirst,
  type CatalogueState,
  type PassageEntry,
} from '../../catalogue-state.ts';
import { countOpenTasks, newestAmong, newestOf, passagesOf, readingsOf } from '../../readings.ts';
import { linksOf } from '../../relations.ts';
import { storedPassage } from '../../stored-records.ts';
import { versionOf } from '../../version-numbers.ts';
import { memosCitingPassage } from '../memo/citing-memos.ts';
import { sourceRef, sourceRefOf, sourceRefsOf } from '../source/source-ref.ts';
import { provenanceOf } from './origins-of-hit.ts';

const PASSAGE = searchKinds.indexOf('passage');

export type Hit = { readonly article: ArticleEntry; readonly entry: PassageEntry };

const carriedFromOf = ({ carriedFrom }: Passage): PassageRow['carriedFrom'] =>
  carriedFrom === null ? null : { articleId: carriedFrom.articleId, passageId: carriedFrom.passageId };

const relationRefs = (state: CatalogueState, of: PassageEntry): PassageRow['relations'] =>
  linksOf(state, of).map(({ type, direction, entry }) => ({
    type,
    direction,
    articleId: entry.articleId,
    passageId: entry.id,
  }));

/** The readings of a passage, the newest first; empty if there is only one. */
const readingRefs = (state: CatalogueState, id: PassageEntry['id']): PassageRow['readings'] => {
  const readings = readingsOf(state).of(id);
  return readings.length < 2
    ? []
    : readings.map(({ articleId, passageId }) => ({
        articleId,
        passageId,
        version: versionOf(state, articleId),
        printed: printPassage(storedPassage(state.stored, { id: passageId, articleId })),
      }));
};

/** The row of a passage. */
export const passageRow = (state: CatalogueState, { article, entry }: Hit): PassageRow => {
  const passage = storedPassage(state.stored, entry);
  const { publicationId } = article.about;
  const relations = relationRefs(state, entry);
  const provenance = provenanceOf(state, { article, entry });
  const readings = readingRefs(state, entry.id);
  return {
    id: passage.id,
    articleId: article.id,
    articleTitle: article.bibliography.title,
    quote: passageWords(passage),
    region: pictureRegionOf(passage, article.id),
    printed: printPassage(passage),
    label: passage.label,
    tagIds: resolveTags(state.tags, passage.tagIds).map(({ id }) => id),
    speaker: sourceRefOf(state.sources, passage.sourceId),
    concerned: sourceRefsOf(state.sources, passage.concernedIds),
    publication: sourceRefOf(state.sources, publicationId),
    origins: provenance.origins.map(sourceRef),
    textId: provenance.textId,
    isSpoken: provenance.isSpoken,
    traces: provenance.traces,
    grade: passage.grade,
    manner: passage.manner,
    basis: passage.basis,
    post: passage.post ?? '',
    note: passage.note === null ? '' : richTextToPlain(passage.note),
    paragraph: entry.paragraph,
    page: entry.page,
    publishedAt: article.bibliography.publishedAt,
    createdAt: passage.createdAt,
    relations,
    relationCount: relations.length,
    openTaskCount: countOpenTasks(state, entry),
    citedIn: memosCitingPassage(state, passage.id),
    state: passageState(passage),
    carriedFrom: carriedFromOf(passage),
    version: readings.length === 0 ? null : versionOf(state, article.id),
    readings,
  };
};

const isOfNoArticle: readonly ArticleEntry[] = [];

const articlesAsked = (
  state: CatalogueState,
  { articleId }: PassageFilter,
  among: PassageBounds['articleIds'],
): readonly ArticleEntry[] => {
  const articles = among && new Set(among);
  if (articleId === undefined)
    return articlesNewestFirst(state).filter(({ id }) => articles?.has(id) !== false);
  const article = state.articles.get(articleId);
  return article === undefined || articles?.has(articleId) === false ? isOfNoArticle : [article];
};

/** The tests for the records that a filter names: the same conditions as in a search. */
const recordTests = (
  state: CatalogueState,
  { tagId, sourceId, concernedId }: PassageFilter,
): readonly FactTest[] => {
  const asked: readonly Condition[] = [
    ...(tagId === undefined ? [] : [{ field: 'tag' as const, values: [tagId] }]),
    ...(sourceId === undefined ? [] : [{ field: 'source' as const, values: [sourceId] }]),
    ...(concernedId === undefined ? [] : [{ field: 'concerned' as const, values: [concernedId] }]),
  ];
  const { memory } = state.index();
  return asked.map((condition) => testOf(condition, memory.book()));
};

/** Which readings a filter admits, in any article. */
const testsOf = (
  state: CatalogueState,
  filter: PassageFilter,
  { isTyping, hasAllVersions }: { readonly isTyping: boolean; readonly hasAllVersions: boolean },
): { readonly isFound: (entry: PassageEntry) => boolean; readonly isSought: boolean } => {
  const tests = recordTests(state, filter);
  const isMeant = (entry: PassageEntry): boolean => tests.every((test) => test(entry));
  const { node } = readSearch(state.index(), filter.text ?? '', { isTyping });
  if (node === null) return { isFound: isMeant, isSought: false };
  const hits = findHits(state.index(), hasAllVersions ? inAllVersions(node) : node)[PASSAGE];
  return { isFound: (entry) => hits?.[entry.number ?? -1] === 1 && isMeant(entry), isSought: true };
};

/** The readings among the hits: for a table a hundred thousand are tested. */
const hitsIn = (
  articles: readonly ArticleEntry[],
  isFound: (entry: PassageEntry) => boolean,
): readonly Hit[] => {
  const hits: Hit[] = [];
  for (const article of articles)
    for (const entry of article.readings) if (isFound(entry)) hits.push({ article, entry });
  return hits;
};

/**
 * The passages that `filter` admits: those of the newest article first, in the order of its text. Of several readings
 * only the newest is included: the newest of all, or of those in the requested articles. A search of all articles folds
 * readings itself.
 */
export const findWithin = (
  state: CatalogueState,
  filter: PassageFilter,
  { articleIds, isTyping = false, hasAllVersions = false }: Omit<PassageBounds, 'limit' | 'isWhole'> = {},
): readonly Hit[] => {
  const isOfArticles = articleIds !== undefined || filter.articleId !== undefined;
  const { isFound, isSought } = testsOf(state, filter, {
    isTyping,
    hasAllVersions: hasAllVersions || isOfArticles,
  });
  const hits = hitsIn(articlesAsked(state, filter, articleIds), isFound);
  if (hasAllVersions) return hits;
  if (isOfArticles) return newestAmong(state, hits);
  return isSought ? hits : newestOf(state, hits);
};

/** The rows of the first `limit` passages that `filter` admits. */
export const passageRows = (
  state: CatalogueState,
  filter: PassageFilter,
  { limit, ...bounds }: PassageBounds = {},
): Promise<readonly PassageRow[]> =>
  mapYielding(findWithin(state, filter, bounds).slice(0, limit), (hit) => passageRow(state, hit));

/** The same while the search is being typed, with the total number. */
export const passageList = async (
  state: CatalogueState,
  { filter, limit, articleIds }: Input<'passage:list'>,
): Promise<Output<'passage:list'>> => {
  const found = findWithin(state, filter, { articleIds, isTyping: true });
  const rows = await mapYielding(found.slice(0, limit), (hit) => passageRow(state, hit));
  return { rows, count: found.length };
};

const TRANSLATION = searchKinds.indexOf('translation');

/** The passages whose translation is found. */
const foundByTranslation = (state: CatalogueState, text: string): ReadonlySet<string> => {
  const index = state.index();
  const { node } = readSearch(index, text, { isTyping: true });
  const hits = node === null ? undefined : findHits(index, node)[TRANSLATION];
  const ids = new Set<string>();
  hits?.forEach((hit, number) => {
    const id = hit === 1 ? index.memory.documents[TRANSLATION]?.[number]?.citableId : null;
    if (id) ids.add(id);
  });
  return ids;
};

/** See the question of that name. */
export const citablePassages = async (
  state: CatalogueState,
  text: string,
  limit: number,
): Promise<readonly FoundToCite[]> => {
  const own = findWithin(state, text === '' ? {} : { text }, { isTyping: true });
  const ownEntries = new Set(own.map(({ entry }) => entry));
  const translated = text === '' ? new Set<string>() : foundByTranslation(state, text);
  const hits =
    translated.size === 0
      ? own
      : hitsIn(articlesNewestFirst(state), (entry) => ownEntries.has(entry) || translated.has(entry.id));
  return mapYielding(hits.slice(0, limit), (hit) => ({
    row: passageRow(state, hit),
    isByOwnWords: ownEntries.has(hit.entry),
  }));
};

/** Carried passages that need a review, those of the newest article first, in the order of their text. */
export const unsettledPassages = (state: CatalogueState): readonly UnsettledPassage[] =>
  articlesNewestFirst(state).flatMap((article) =>
    passagesOf(state, article)
      .filter(({ unsettled }) => unsettled !== null)
      .map((entry) => ({
        articleId: entry.articleId,
        articleTitle: article.bibliography.title,
        passage: storedPassage(state.stored, entry),
      })),
  );
