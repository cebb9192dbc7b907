/** The sort values of the table's rows, computed without making the rows. */
import type { PassageId } from '#domain/ids.ts';
import { remembering } from '#domain/remembering.ts';
import {
  gradePlace,
  type PassageSort,
  type PassageSortColumn,
  placesOf,
} from '#domain/search/passage-order.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import { mapYielding } from '#electron/time/yielder.ts';
import type { CatalogueState, TagSet, Voice } from '../catalogue-state.ts';
import { sortTexts } from '../order/text-order.ts';
import { countOpenTasks } from '../readings.ts';
import { linksOf } from '../relations.ts';
import { memosCitingPassage } from '../rows/memo/citing-memos.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';
import { sourceRefsOf } from '../rows/source/source-ref.ts';

const speakerNames = ({ sources }: CatalogueState) =>
  remembering(({ speakerId, publicationId }: Voice): string => {
    const speaker = resolveRecord(sources, speakerId)?.name;
    const publication = resolveRecord(sources, publicationId)?.name;
    return [speaker, publication].filter((name) => name !== undefined).join(' → ');
  });

const tagNames = ({ tags }: CatalogueState) =>
  remembering(({ ids }: TagSet): string =>
    resolveTags(tags, ids)
      .map(({ id }) => printNamePath(namePath(tags, id)))
      .join(', '),
  );

type TextColumn = Extract<PassageSortColumn, 'tags' | 'speaker' | 'concerned' | 'article' | 'publishedAt'>;

const textOf: Readonly<Record<TextColumn, (state: CatalogueState) => (hit: Hit) => string | null>> = {
  tags: (state) => {
    const names = tagNames(state);
    return ({ entry }) => names(entry.tagSet);
  },
  speaker: (state) => {
    const names = speakerNames(state);
    return ({ entry }) => names(entry.voice);
  },
  concerned:
    ({ sources }) =>
    ({ entry }) =>
      sourceRefsOf(sources, entry.concernedIds)
        .map(({ name }) => name)
        .join(', '),
  article:
    () =>
    ({ article }) =>
      article.bibliography.title,
  publishedAt:
    () =>
    ({ article }) =>
      article.bibliography.publishedAt,
};

const numberOf: Readonly<
  Record<
    Exclude<PassageSortColumn, TextColumn | 'grade' | 'quote'>,
    (state: CatalogueState) => (hit: Hit) => number | null
  >
> = {
  label:
    ({ labels }) =>
    ({ entry }) =>
      labels.placeOf(entry.label),
  paragraph:
    () =>
    ({ entry }) =>
      entry.paragraph,
  createdAt:
    () =>
    ({ entry }) =>
      Date.parse(entry.createdAt),
  relationCount:
    (state) =>
    ({ entry }) =>
      linksOf(state, entry).length,
  openTaskCount:
    (state) =>
    ({ entry }) =>
      countOpenTasks(state, entry),
  citedIn:
    (state) =>
    ({ entry }) =>
      memosCitingPassage(state, entry.id).length,
};

const isText = (column: PassageSortColumn): column is TextColumn => Object.hasOwn(textOf, column);

/**
 * The rank of each text among all of them: texts are compared once, and only their ranks afterwards. Empty texts have
 * none.
 */
const rankTexts = async (texts: readonly (string | null)[]): Promise<readonly (number | null)[]> => {
  const distinct = [...new Set(texts)].flatMap((text) => (text === null || text === '' ? [] : [text]));
  const sorted = await sortTexts(distinct);
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return mapYielding(texts, (text) => (text === null ? null : (ranks.get(text) ?? null)));
};

/**
 * The rank of each passage among all by its words. It is kept until any words change: reading and sorting those of a
 * whole archive takes as long as the rest of a table.
 */
const rankQuotes = async (state: CatalogueState): Promise<ReadonlyMap<PassageId, number>> => {
  const { stored } = state;
  const revision = stored.quotesRevision();
  if (state.quoteRanks?.revision !== revision) {
    const quotes = stored.quotes();
    const ranks = await rankTexts([...quotes.values()]);
    const known = [...quotes.keys()].flatMap((id, at) => {
      const rank = ranks[at] ?? null;
      return rank === null ? [] : [[id, rank] as const];
    });
    state.quoteRanks = { revision, ranks: new Map(known) };
  }
  return state.quoteRanks.ranks;
};

const valuesOf = async (
  state: CatalogueState,
  hits: readonly Hit[],
  column: Exclude<PassageSortColumn, 'grade'>,
): Promise<readonly (number | null)[]> => {
  if (column === 'quote') {
    const ranks = await rankQuotes(state);
    return mapYielding(hits, ({ entry }) => ranks.get(entry.id) ?? null);
  }
  return isText(column)
    ? rankTexts(await mapYielding(hits, textOf[column](state)))
    : mapYielding(hits, numberOf[column](state));
};

/** For each hit its place under `sort`: numbers that increase from the first row to the last. */
export const sortPlaces = async (
  state: CatalogueState,
  hits: readonly Hit[],
  { column, direction }: PassageSort,
): Promise<readonly number[]> => {
  if (column === 'grade') {
    return mapYielding(hits, ({ entry }) => gradePlace(entry.grade, direction));
  }
  return placesOf(await valuesOf(state, hits, column), direction);
};
