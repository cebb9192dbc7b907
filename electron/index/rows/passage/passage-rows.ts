import type { PassageRow } from '#domain/contract/passage.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { passageState } from '#domain/passage/carried.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { pictureRegionOf } from '#domain/passage/region/picture-region.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { PassageFilter } from '#domain/search/filters.ts';
import { queryPhrases } from '#domain/search/quoted-phrases.ts';
import { queryWords } from '#domain/search/search-words.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { isWithin, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { PassageBounds } from '#electron/ports/catalogue.ts';
import { mapYielding } from '#electron/time/yielder.ts';
import {
  type ArticleEntry,
  articlesNewestFirst,
  type CatalogueState,
  type PassageEntry,
} from '../../catalogue-state.ts';
import { countOpenTasks, newestAmong, newestOf, readingsOf } from '../../readings.ts';
import { linksOf } from '../../relations.ts';
import { storedPassage } from '../../stored-records.ts';
import { versionOf } from '../../version-numbers.ts';
import { memosCitingPassage } from '../memo/citing-memos.ts';
import { sourceRef, sourceRefOf } from '../source/source-ref.ts';
import { provenanceOf } from './origins-of-hit.ts';
import { textTest } from './text-test.ts';

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

/** The readings of a passage, the newest first; none of one that has one. */
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

/** Every id, of merged records too, that stands for `top` or for what is below it. */
const idsWithin = <T extends TreeRecord>(tree: Tree<T>, top: T['id']): ReadonlySet<T['id']> =>
  new Set([...tree.keys()].filter((id) => isWithin(tree, id, top)));

type Test = (entry: PassageEntry) => boolean;

const tagTest = (state: CatalogueState, tagId: TagId): Test => {
  const within = idsWithin(state.tags, tagId);
  const sets = new Set([...state.tagSets.values()].filter(({ ids }) => ids.some((id) => within.has(id))));
  return ({ tagSet }) => sets.has(tagSet);
};

/** Whether the speaker is the source or stands below it, or the publication does. */
const sourceTest = (state: CatalogueState, sourceId: SourceId): Test => {
  const within = idsWithin(state.sources, sourceId);
  const holds = (id: SourceId | null): boolean => id !== null && within.has(id);
  const voices = new Set(
    [...state.voices.values()].filter(
      ({ speakerId, publicationId }) => holds(speakerId) || holds(publicationId),
    ),
  );
  return ({ voice }) => voices.has(voice);
};

const wordsTest = (state: CatalogueState, text: string): readonly Test[] => {
  const words = queryWords(text);
  return words.length === 0 ? [] : [textTest(state, words, queryPhrases(text))];
};

/** One test for each thing that the filter asks. */
const testsOf = (state: CatalogueState, filter: PassageFilter): readonly Test[] => {
  const { label, tagId, sourceId, isUngraded: wantsUngraded, hasOpenTask } = filter;
  const unless = <T>(value: T | undefined, test: (value: T) => Test): readonly Test[] =>
    value === undefined ? [] : [test(value)];
  return [
    ...unless(
      label,
      (wanted) =>
        ({ label: own }) =>
          own === wanted,
    ),
    ...unless(
      wantsUngraded,
      (wanted) =>
        ({ grade }) =>
          isUngraded(grade) === wanted,
    ),
    ...unless(hasOpenTask, (wanted) => (entry) => countOpenTasks(state, entry) > 0 === wanted),
    ...unless(tagId, (id) => tagTest(state, id)),
    ...unless(sourceId, (id) => sourceTest(state, id)),
    ...wordsTest(state, filter.text ?? ''),
  ];
};

const articlesAsked = (state: CatalogueState, { articleId }: PassageFilter): readonly ArticleEntry[] => {
  if (articleId === undefined) return articlesNewestFirst(state);
  const article = state.articles.get(articleId);
  return article === undefined ? [] : [article];
};

/** The readings that `filter` lets through: those of the newest article first, in the order of its text. */
const findReadings = (state: CatalogueState, filter: PassageFilter): readonly Hit[] => {
  const tests = testsOf(state, filter);
  const hits: Hit[] = [];
  for (const article of articlesAsked(state, filter)) {
    for (const entry of article.readings) {
      if (tests.every((test) => test(entry))) hits.push({ article, entry });
    }
  }
  return hits;
};

/**
 * The passages that `filter` lets through among those that are meant. Of several readings of one it is the newest: of all,
 * or of those in the articles that are asked about. What a search has found (`passageIds`) it has folded itself.
 */
export const findWithin = (
  state: CatalogueState,
  filter: PassageFilter,
  { articleIds, passageIds, hasAllVersions = false }: Omit<PassageBounds, 'limit'>,
): readonly Hit[] => {
  const found = findReadings(state, filter);
  const articles = articleIds && new Set(articleIds);
  const isMeant = ({ article, entry }: Hit): boolean =>
    articles?.has(article.id) !== false && passageIds?.has(entry.id) !== false;
  const hits = articles === undefined && passageIds === undefined ? found : found.filter(isMeant);
  if (hasAllVersions) return hits;
  const isOfArticles = articleIds !== undefined || filter.articleId !== undefined;
  if (isOfArticles) return newestAmong(state, hits);
  return passageIds === undefined ? newestOf(state, hits) : hits;
};

/** The rows of the passages that `filter` lets through, the first `limit` of them; of `articleIds` alone if given. */
export const passageRows = (
  state: CatalogueState,
  filter: PassageFilter,
  { limit, ...bounds }: PassageBounds = {},
): Promise<readonly PassageRow[]> =>
  mapYielding(findWithin(state, filter, bounds).slice(0, limit), (hit) => passageRow(state, hit));

/** How many passages `filter` lets through; of `articleIds` alone if given. */
export const countPassages = (
  state: CatalogueState,
  filter: PassageFilter,
  bounds: Omit<PassageBounds, 'limit'> = {},
): number => findWithin(state, filter, bounds).length;
