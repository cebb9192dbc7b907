import { type ArticleState, articleStates, readingStateOf } from '#domain/article/annotations.ts';
import { missingForCitation } from '#domain/article/bibliography/bibliography.ts';
import { type TextState, textStateOf } from '#domain/article/text-state.ts';
import type { FaultRow } from '#domain/contract/archive.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { LanguageCount } from '#domain/dates/day-words.ts';
import type { ArticleFilter, ArticleOrder } from '#domain/search/filters.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { isOpenTask } from '#domain/task/task.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import type { ArticleBounds, CatalogueFilter } from '#electron/ports/catalogue.ts';
import { mapYielding } from '#electron/time/yielder.ts';
import { articlesFound } from '../../ask/count-searches.ts';
import { type ArticleEntry, articlesNewestFirst, type CatalogueState } from '../../catalogue-state.ts';
import { countBy } from '../../insights/found.ts';
import { sortYielding } from '../../order/sort-yielding.ts';
import { compareTexts } from '../../order/text-order.ts';
import { versionOf } from '../../version-numbers.ts';
import { memosCitingArticle } from '../memo/citing-memos.ts';
import { sourceRefOf } from '../source/source-ref.ts';

/** Whether the text of an article is the sealed one; null if it can't be read. */
export const stateOfText = ({
  sealedSha256,
  about,
  textSha256,
}: Pick<ArticleEntry, 'sealedSha256' | 'about' | 'textSha256'>): TextState | null =>
  textSha256 === null || sealedSha256 === null
    ? null
    : textStateOf({ textSha256: sealedSha256 }, about, textSha256);

/** Whether an article's record can't be read, so that nothing is known of it and nothing counts as missing. */
const isUnknown = ({ sealedSha256 }: ArticleEntry): boolean => sealedSha256 === null;

/** Whether an article lacks data for a full citation. */
export const isIncomplete = (entry: ArticleEntry): boolean =>
  !isUnknown(entry) && missingForCitation(entry.bibliography).length > 0;

/** Whether a memo cites an article, or a passage of it. */
const isCited = (state: CatalogueState, { id }: Pick<ArticleEntry, 'id'>): boolean =>
  memosCitingArticle(state, id).length > 0;

/** Whether a memo cites an article that lacks data for a full citation. */
export const isCitedIncompletely = (state: CatalogueState, entry: ArticleEntry): boolean =>
  isIncomplete(entry) && isCited(state, entry);

/** See readingStateOf. */
export const stateOfReading = ({ about, readings }: ArticleEntry): ArticleState =>
  readingStateOf(about.state, readings.length);

/** The row of an article. */
const articleRow = (state: CatalogueState, entry: ArticleEntry): ArticleRow => {
  const { about, bibliography, readings, tasks } = entry;
  const used = new Set(readings.map(({ label }) => label));
  return {
    id: entry.id,
    title: bibliography.title,
    firstWords: entry.firstWords,
    publisher: bibliography.publisher,
    byline: bibliography.byline,
    publishedAt: bibliography.publishedAt,
    importedAt: entry.importedAt,
    words: entry.words,
    language: bibliography.language,
    state: stateOfReading(entry),
    labels: [...used].sort((a, b) => state.labels.placeOf(a) - state.labels.placeOf(b)),
    passageCount: readings.length,
    gradedCount: readings.filter(({ grade }) => !isUngraded(grade)).length,
    openTaskCount: tasks.filter(isOpenTask).length,
    missingFields: isUnknown(entry) ? [] : missingForCitation(bibliography),
    isCited: isCited(state, entry),
    marking: about.marking,
    publication: sourceRefOf(state.sources, about.publicationId),
    tagIds: resolveTags(state.tags, entry.tagSet.ids).map(({ id }) => id),
    eventDates: about.eventDates,
    withdrawn: about.withdrawn,
    version: versionOf(state, entry.id),
    text: stateOfText(entry),
    fault: entry.fault,
    isSample: about.isSample,
  };
};

/** If the annotations of an article can't be read, its state is unknown: it is then listed for every filter. */
const isOfState = (entry: ArticleEntry, state: ArticleFilter['state']): boolean =>
  stateOfReading(entry) === state || entry.fault?.file.endsWith('/annotations.json') === true;

const isMatch =
  (state: CatalogueState, filter: Omit<CatalogueFilter, 'text'>, among: ArticleBounds['articleIds']) =>
  (entry: ArticleEntry): boolean =>
    (among === undefined || among.has(entry.id)) &&
    (filter.state === undefined || isOfState(entry, filter.state)) &&
    (filter.isAltered === undefined || filter.isAltered === (stateOfText(entry) === 'altered')) &&
    (filter.isCitationIncomplete === undefined || filter.isCitationIncomplete === isIncomplete(entry)) &&
    (filter.isCited === undefined || filter.isCited === isCited(state, entry));

/** The fields by which articles are sorted: rows are only made for those that are returned. */
type Sorted = Pick<ArticleRow, 'title' | 'firstWords' | 'publishedAt' | 'words' | 'state'> & {
  readonly entry: ArticleEntry;
  readonly publication: string | null;
};

const toSort =
  ({ sources }: CatalogueState) =>
  (entry: ArticleEntry): Sorted => ({
    entry,
    title: entry.bibliography.title,
    firstWords: entry.firstWords,
    publishedAt: entry.bibliography.publishedAt,
    words: entry.words,
    state: stateOfReading(entry),
    publication: sourceRefOf(sources, entry.about.publicationId)?.name ?? entry.bibliography.publisher,
  });

/** Sorts those for which `read` returns null last. */
const knownFirst =
  <T>(read: (row: Sorted) => T | null, compare: (a: T, b: T) => number) =>
  (a: Sorted, b: Sorted): number => {
    const [first, second] = [read(a), read(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return compare(first, second);
  };

const newestFirst = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
const reversed =
  <T>(compare: (a: T, b: T) => number) =>
  (a: T, b: T): number =>
    compare(b, a);

const dayOf = ({ publishedAt }: Sorted): string | null => publishedAt;
const publicationOf = ({ publication }: Sorted): string | null => publication;
const byTitle = (a: Sorted, b: Sorted): number =>
  compareTexts(a.title ?? a.firstWords, b.title ?? b.firstWords);

/** How articles in the order newest first are put into each other order; equal ones stay newest first. */
const comparisons: Readonly<
  Record<Exclude<ArticleOrder, 'best' | 'newest' | 'oldest'>, (a: Sorted, b: Sorted) => number>
> = {
  published: knownFirst(dayOf, newestFirst),
  'published-oldest': knownFirst(dayOf, reversed(newestFirst)),
  title: byTitle,
  'title-descending': reversed(byTitle),
  publisher: knownFirst(publicationOf, compareTexts),
  'publisher-descending': knownFirst(publicationOf, reversed(compareTexts)),
  longest: (a, b) => b.words - a.words,
  shortest: (a, b) => a.words - b.words,
  unread: (a, b) => articleStates.indexOf(a.state) - articleStates.indexOf(b.state),
};

/** The articles in the order of the ids, the best match first; in their given order if there are no ids. */
const bestFirst = (
  entries: readonly ArticleEntry[],
  articleIds: ArticleBounds['articleIds'],
): readonly ArticleEntry[] => {
  if (articleIds === undefined) return entries;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...articleIds].flatMap((id) => byId.get(id) ?? []);
};

/** Sorts articles, which are given newest first. */
const inOrder = async (
  state: CatalogueState,
  entries: readonly ArticleEntry[],
  order: ArticleOrder,
  articleIds: ArticleBounds['articleIds'],
): Promise<readonly ArticleEntry[]> => {
  if (order === 'newest') return entries;
  if (order === 'best') return bestFirst(entries, articleIds);
  if (order === 'oldest') return entries.toReversed();
  const sorted = await sortYielding(entries.map(toSort(state)), comparisons[order]);
  return sorted.map(({ entry }) => entry);
};

const inBoth = <T>(
  a: ReadonlySet<T> | undefined,
  b: ReadonlySet<T> | undefined,
): ReadonlySet<T> | undefined =>
  a === undefined || b === undefined ? (a ?? b) : new Set([...a].filter((item) => b.has(item)));

/** The rows of the articles that `filter` and `bounds` admit. */
export const articleRows = async (
  state: CatalogueState,
  { text = '', ...filter }: CatalogueFilter,
  order: ArticleOrder,
  { limit, articleIds: among }: ArticleBounds = {},
): Promise<readonly ArticleRow[]> => {
  const found = articlesFound(state.index(), { text, isTyping: true, isRanked: order === 'best' });
  const articleIds = inBoth(found === null ? undefined : new Set(found), among);
  const entries = articlesNewestFirst(state).filter(isMatch(state, filter, articleIds));
  const shown = (await inOrder(state, entries, order, articleIds)).slice(0, limit);
  return mapYielding(shown, (entry) => articleRow(state, entry));
};

/** The authors as printed in articles, each once, sorted by the number of articles. */
export const bylines = ({ articles }: CatalogueState): readonly string[] => {
  const printed = [...articles.values()].flatMap(({ bibliography }) => bibliography.byline ?? []);
  return [...countBy(printed, (byline) => byline)].sort(([, a], [, b]) => b - a).map(([byline]) => byline);
};

/** The number of articles in each language; those of unknown language are not counted. */
export const languages = ({ articles }: CatalogueState): readonly LanguageCount[] => {
  const known = [...articles.values()].flatMap(({ bibliography }) => bibliography.language ?? []);
  return [...countBy(known, (language) => language)].map(([language, count]) => ({
    language,
    articles: count,
  }));
};

/** The articles and memos with an unreadable file. */
export const faultRows = (state: CatalogueState): readonly FaultRow[] => [
  ...articlesNewestFirst(state).flatMap(({ id, bibliography, fault }): readonly FaultRow[] =>
    fault === null ? [] : [{ kind: 'article', id, title: bibliography.title, fault }],
  ),
  ...[...state.memoFaults].map(([id, fault]): FaultRow => ({ kind: 'memo', id, title: null, fault })),
];
