/** Every question that the index answers, with the function that answers it, and what it waits for. */

import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ChartId } from '#domain/insights/chart-question.ts';
import type { CalendarDate } from '#domain/time.ts';
import { type IndexQuestions, IndexRefusal } from '#electron/ports/catalogue.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { type Asked, articlesNewestFirst, type CatalogueState } from '../catalogue-state.ts';
import { fallsToReview, keysResting, unsupportedEvents } from '../graph/falls.ts';
import { restsOn } from '../graph/rests-on.ts';
import { usedIn } from '../graph/used-in.ts';
import { answerChart } from '../insights/answer-chart.ts';
import { type Found, foundOf } from '../insights/found.ts';
import { relationCounts } from '../relations.ts';
import { articleRows, bylines, faultRows, languages } from '../rows/article/article-rows.ts';
import {
  duplicateRows,
  duplicateRowsOfEach,
  duplicatesOfText,
  sameTextRows,
} from '../rows/article/duplicate-rows.ts';
import { citedArticles, knownFiles } from '../rows/article/known-files.ts';
import { quotesElsewhere } from '../rows/article/quotes-elsewhere.ts';
import { referringArticles } from '../rows/article/referring-articles.ts';
import { countAddedSince, countAll, countsOn, hasSample } from '../rows/counts.ts';
import { chronology, chronologyRows, eventDetail } from '../rows/event/chronology.ts';
import { contestedEvents } from '../rows/event/contested-events.ts';
import { eventsOfPassage, nearestEvents } from '../rows/event/events-of-passage.ts';
import { printedEvents } from '../rows/event/printed-events.ts';
import { findEverywhere } from '../rows/found/find-everywhere.ts';
import { namePlaces } from '../rows/found/name-found.ts';
import { memosCitingArticle } from '../rows/memo/citing-memos.ts';
import { memoRows } from '../rows/memo/memo-rows.ts';
import {
  citablePassages,
  findWithin,
  passageList,
  passageRows,
  unsettledPassages,
} from '../rows/passage/passage-rows.ts';
import { confirmedBy, relatedPassages } from '../rows/passage/related-passages.ts';
import { memosOnSource } from '../rows/source/memos-on-source.ts';
import { sourcePassages } from '../rows/source/source-passages.ts';
import { sourceRows, ungradedPassages } from '../rows/source/source-rows.ts';
import { sourceTimeline } from '../rows/source/source-timeline.ts';
import { tagRows } from '../rows/tag-rows.ts';
import { tagsTogether } from '../rows/tags-together.ts';
import { taskAnswers } from '../rows/task-answers.ts';
import { placesOfTasks, taskRows } from '../rows/task-rows.ts';
import { trashRows } from '../rows/trash-rows.ts';
import { passageSelection, rowsOfPassages, tagsOfArticles } from '../table/passage-selection.ts';
import { passageTable } from '../table/passage-table.ts';
import { laterVersionsOf, versionOf } from '../version-numbers.ts';
import { answerSearch, snippetOfArticle } from './answer-search.ts';
import { countFacets } from './count-facets.ts';
import { articlesMatching, countFound } from './count-searches.ts';
import { helpSearch } from './help-search.ts';
import { keepingLast } from './index-memory.ts';

/** The hits of the last chart, which are kept for the next chart of the same search. */
const lastFound = keepingLast<Found>();

const findPassages = (state: CatalogueState, text: string): Found =>
  lastFound(state.index().memory, text, () => foundOf(findWithin(state, { text }, { isTyping: true })));

/**
 * Charts that need to know which articles have the same text. After a start the texts are compared first, for which
 * other charts need not wait.
 */
const comparing: ReadonlySet<ChartId> = new Set(['base', 'contradictions', 'sources', 'tag-origins']);

/** For each index and chart, the number of the last question. */
const lastAsked = new WeakMap<object, Map<ChartId, number>>();
let askedSoFar = 0;

/** A chart of the hits of a search; a question replaced by a newer one while it waited is refused. */
const answerInsights = async (
  asked: Asked,
  { text, chart }: Input<'insights:chart'>,
): Promise<ChartAnswer> => {
  const last = lastAsked.get(asked.indexer) ?? new Map<ChartId, number>();
  askedSoFar += 1;
  const question = askedSoFar;
  lastAsked.set(asked.indexer, last.set(chart.kind, question));
  // Lets messages that have arrived meanwhile be received before anything is counted.
  await yieldToEventLoop();
  if (comparing.has(chart.kind)) await asked.lists.duplicates.settle(createYielder());
  if (last.get(chart.kind) !== question) throw new IndexRefusal('cancelled');
  return answerChart(asked.lists, findPassages(asked.lists, text), chart, asked.today);
};

export type QuestionName = keyof IndexQuestions;
type Given<Name extends QuestionName> = Parameters<IndexQuestions[Name]>;
export type AnswerTo<Name extends QuestionName> = Awaited<ReturnType<IndexQuestions[Name]>>;
/** One question, in the form in which it is sent. */
export type Question = {
  readonly [Name in QuestionName]: { readonly name: Name; readonly given: Given<Name> };
}[QuestionName];

type Answering<Name extends QuestionName> = (
  asked: Asked,
  ...given: Given<Name>
) => AnswerTo<Name> | Promise<AnswerTo<Name>>;

/**
 * What a question waits for, besides earlier notifications of changes: `nothing`, that the whole archive was read once,
 * or that the index is up to date with the files.
 */
type Waits = 'nothing' | 'ready' | 'files';
/**
 * A question of the first view. The data last made for it is stored in the index, and shown at a start before anything
 * else is loaded: it is plain data, and does not depend on the day on which it was made.
 */
type Opening<Name extends QuestionName> = {
  readonly opens: (...given: Given<Name>) => boolean;
  readonly make: (asked: Omit<Asked, 'today'>, ...given: Given<Name>) => unknown;
  readonly show?: (made: never, today: CalendarDate) => AnswerTo<Name>;
};
type Line<Name extends QuestionName> =
  | Answering<Name>
  | { readonly waits: (...given: Given<Name>) => Waits; readonly answer: Answering<Name> }
  | Opening<Name>;

const ready = (): Waits => 'ready';
const filesWhere = (isWhole: boolean | undefined): Waits => (isWhole === true ? 'files' : 'nothing');
const always = (): boolean => true;
/** A list on the start view is short. */
const OPENING_ROWS = 20;

const questions: { readonly [Name in QuestionName]: Line<Name> } = {
  'archive:faults': { opens: always, make: ({ lists }) => faultRows(lists) },
  'article:duplicates': ({ lists }, { articleId }) => duplicateRows(lists, articleId),
  'article:snippet': ({ index }, question) => snippetOfArticle(index, question),
  'article:bylines': ({ lists }) => bylines(lists),
  'article:languages': ({ lists }) => languages(lists),
  'article:citing-memos': ({ lists }, { articleId }) => memosCitingArticle(lists, articleId),
  'article:tags-of-many': ({ lists }, { articleIds }) => tagsOfArticles(lists, articleIds),
  'passage:list': ({ lists }, question) => passageList(lists, question),
  'passage:table': ({ lists }, query) => passageTable(lists, query),
  'passage:rows': ({ lists }, { passageIds }) => rowsOfPassages(lists, passageIds),
  'passage:selection': ({ lists }, { passageIds }) => passageSelection(lists, passageIds),
  'passage:related': ({ lists }, { passageId }) => relatedPassages(lists, passageId),
  'passage:relation-counts': ({ lists }, { articleId }) => relationCounts(lists, articleId),
  'tag:list': ({ lists }) => tagRows(lists),
  'tag:together': ({ lists }, { tagId }) => tagsTogether(lists, tagId),
  'source:list': ({ lists }) => sourceRows(lists),
  'source:memos': ({ lists }, question) => memosOnSource(lists, question),
  'source:timeline': ({ lists }, { sourceId }) => sourceTimeline(lists, sourceId),
  'source:passages': ({ lists }, question) => sourcePassages(lists, question),
  'event:chronology': ({ lists }, question) => chronology(lists, question),
  'event:rows': ({ lists }, question) => chronologyRows(lists, question),
  'event:open': ({ lists }, question) => eventDetail(lists, question),
  'event:nearest': ({ lists }, question) => nearestEvents(lists, question),
  'event:of-passage': ({ lists }, question) => eventsOfPassage(lists, question),
  'graph:rests-on': ({ lists }, { thing }) => restsOn(lists, thing),
  'graph:used-in': ({ lists }, { thing }) => usedIn(lists, thing),
  'task:list': {
    opens: ({ isOpenOnly }) => isOpenOnly,
    make: ({ lists }, { isOpenOnly }) => taskRows(lists, isOpenOnly),
  },
  'search:archive': {
    waits: ({ isWhole }) => filesWhere(isWhole),
    answer: ({ index, state, lists }, question) => ({
      ...answerSearch(index, question, (id) => versionOf(lists, id)),
      index: state,
    }),
  },
  'search:facets': ({ index }, question) => countFacets(index, question),
  'search:help': ({ index }, question) => helpSearch(index, question),
  'insights:chart': answerInsights,

  articles: {
    opens: ({ text }, order, { limit = Number.POSITIVE_INFINITY, articleIds } = {}) =>
      text === undefined && order === 'newest' && articleIds === undefined && limit <= OPENING_ROWS,
    make: ({ lists }, ...given) => articleRows(lists, ...given),
  },
  citedArticles: { waits: ready, answer: ({ lists }) => citedArticles(lists) },
  knownFiles: { waits: ready, answer: ({ lists }) => knownFiles(lists) },
  passages: {
    waits: (_, bounds) => filesWhere(bounds?.isWhole),
    answer: ({ lists }, ...given) => passageRows(lists, ...given),
  },
  citablePassages: ({ lists }, ...given) => citablePassages(lists, ...given),
  confirmedBy: ({ lists }, id) => confirmedBy(lists, id),
  ungradedPassages: ({ lists }, id) => ungradedPassages(lists, id),
  taskAnswers: ({ lists }, passage) => taskAnswers(lists, passage),
  memos: { opens: always, make: ({ lists }) => memoRows(lists) },
  hasSample: { opens: always, make: ({ lists }) => hasSample(lists) },
  trash: ({ lists }) => trashRows(lists),
  counts: { opens: always, make: ({ lists }) => countAll(lists), show: countsOn },
  passagesAddedSince: ({ lists }, since) => countAddedSince(lists, since),
  find: ({ lists }, text, limit) => findEverywhere(lists, text, limit),
  namePlaces: ({ lists }, places, limit) => namePlaces(lists, places, limit),
  articlesWithTexts: {
    waits: ready,
    answer: ({ lists }, hashes) => new Map(hashes.map((hash) => [hash, sameTextRows(lists, hash)])),
  },
  duplicatesOfText: { waits: ready, answer: ({ lists }, text) => duplicatesOfText(lists, text) },
  duplicatesOfEach: ({ lists }, ids) => duplicateRowsOfEach(lists, ids),
  textIds: {
    waits: ready,
    answer: ({ lists }, ids) => new Map(ids.map((id) => [id, lists.duplicates.textOf(id)])),
  },
  referringArticles: { waits: ready, answer: ({ lists }, ids) => referringArticles(lists, ids) },
  outdatedTranslations: {
    waits: ready,
    answer: ({ lists }) =>
      articlesNewestFirst(lists)
        .filter(({ outdatedTranslations }) => outdatedTranslations > 0)
        .map(({ id, bibliography, firstWords, outdatedTranslations }) => ({
          articleId: id,
          title: bibliography.title,
          firstWords,
          count: outdatedTranslations,
        })),
  },
  falls: ({ lists }) => fallsToReview(lists),
  restingOn: ({ lists }, things) => things.map((thing) => keysResting(lists, thing)),
  unsupportedEvents: ({ lists }) => unsupportedEvents(lists),
  originalOf: ({ lists }, id) => lists.translationLinks.originalOf(id),
  articleOfTranslation: ({ lists }, wanted) =>
    [...lists.articles.values()].find(({ translations }) => translations.some(({ id }) => id === wanted))
      ?.id ?? null,
  articleOfPassage: ({ lists }, id) => lists.articleOfPassage.get(id) ?? null,
  quotesElsewhere: { waits: ready, answer: ({ lists }, quotes) => quotesElsewhere(lists, quotes) },
  contestedEvents: ({ lists }, ids) => contestedEvents(lists, ids),
  printedEvents: ({ lists }, ids) => printedEvents(lists, ids),
  placeOfTask: ({ lists }, id) => placesOfTasks(lists, [id]).get(id) ?? null,
  placesOfTasks: ({ lists }, ids) => placesOfTasks(lists, ids),
  laterVersions: {
    waits: ready,
    answer: ({ lists }, ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = laterVersionsOf(lists, id);
          return found === null ? [] : [[id, found] as const];
        }),
      ),
  },
  unsettledPassages: ({ lists }) => unsettledPassages(lists),
  matching: ({ index }, question) => articlesMatching(index, question),
  foundBy: ({ index }, searches) => searches.map((search) => countFound(index, search)),
};

type AnyLine = Line<QuestionName>;
type AnyOpening = {
  readonly opens: (...given: readonly unknown[]) => boolean;
  readonly make: (asked: Omit<Asked, 'today'>, ...given: readonly unknown[]) => unknown;
  readonly show?: (made: unknown, today: CalendarDate) => unknown;
};

const openingOf = ({ name }: Question): AnyOpening | null => {
  const line = questions[name] as AnyLine;
  return typeof line === 'object' && 'opens' in line ? (line as AnyOpening) : null;
};

/** What a question waits for. */
export const waitsFor = ({ name, given }: Question): Waits => {
  const line = questions[name] as AnyLine;
  return typeof line === 'object' && 'waits' in line
    ? (line.waits as (...given: readonly unknown[]) => Waits)(...given)
    : 'nothing';
};

/** Whether it is a question of the first view, so that its data is stored. */
export const isOpening = (question: Question): boolean =>
  openingOf(question)?.opens(...question.given) ?? false;

/** The data to store for a question of the first view. */
export const makeOpening = async (asked: Omit<Asked, 'today'>, question: Question): Promise<unknown> =>
  openingOf(question)?.make(asked, ...question.given);

/** The answer to a question of the first view, from its stored data. */
export const showOpening = (question: Question, made: unknown, today: CalendarDate): unknown => {
  const { show = (shown: unknown) => shown } = openingOf(question) ?? {};
  return show(made, today);
};

/** Answers a question from the present state. */
export const answerQuestion = async (asked: Asked, question: Question): Promise<unknown> => {
  if (openingOf(question) !== null)
    return showOpening(question, await makeOpening(asked, question), asked.today);
  const line = questions[question.name] as AnyLine;
  const answer = (typeof line === 'object' && 'answer' in line ? line.answer : line) as (
    asked: Asked,
    ...given: readonly unknown[]
  ) => unknown;
  return answer(asked, ...question.given);
};
