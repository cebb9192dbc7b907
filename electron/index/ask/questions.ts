/** Every question that the index answers, each with what answers it, and what it waits for. */
import type { IndexQuestions } from '#electron/ports/catalogue.ts';
import type { Asked } from '../catalogue-state.ts';
import { relationCounts } from '../relations.ts';
import { articleRows } from '../rows/article/article-rows.ts';
import { bylines } from '../rows/article/bylines.ts';
import { citedArticles } from '../rows/article/cited-articles.ts';
import {
  duplicateRows,
  duplicateRowsOfEach,
  duplicatesOfText,
  sameTextRows,
} from '../rows/article/duplicate-rows.ts';
import { faultRows } from '../rows/article/fault-rows.ts';
import { knownFiles } from '../rows/article/known-files.ts';
import { languages } from '../rows/article/languages.ts';
import { countAddedSince, countAll } from '../rows/counts.ts';
import { findEverywhere } from '../rows/found/find-everywhere.ts';
import { namePlaces } from '../rows/found/name-found.ts';
import { citingMemos } from '../rows/memo/citing-memos.ts';
import { memoRows } from '../rows/memo/memo-rows.ts';
import { passageList, passageRows } from '../rows/passage/passage-rows.ts';
import { confirmedBy, relatedPassages } from '../rows/passage/related-passages.ts';
import { unsettledPassages } from '../rows/passage/unsettled-passages.ts';
import { memosOnSource } from '../rows/source/memos-on-source.ts';
import { sourceRows } from '../rows/source/source-rows.ts';
import { ungradedPassages } from '../rows/source/ungraded-passages.ts';
import { tagRows } from '../rows/tag-rows.ts';
import { tagsTogether } from '../rows/tags-together.ts';
import { taskAnswers } from '../rows/task-answers.ts';
import { placesOfTasks, taskRows } from '../rows/task-rows.ts';
import { trashRows } from '../rows/trash-rows.ts';
import { passageSelection, rowsOfPassages, tagsOfArticles } from '../table/passage-selection.ts';
import { passageTable } from '../table/passage-table.ts';
import { laterVersionsOf } from '../version-numbers.ts';
import { answerInsights } from './answer-insights.ts';
import { answerSearch, snippetOfArticle } from './answer-search.ts';
import { countFacets } from './count-facets.ts';
import { articlesMatching, countFound } from './count-searches.ts';
import { helpSearch } from './help-search.ts';

export type QuestionName = keyof IndexQuestions;
type Given<Name extends QuestionName> = Parameters<IndexQuestions[Name]>;
export type AnswerTo<Name extends QuestionName> = Awaited<ReturnType<IndexQuestions[Name]>>;
/** One question, as it is sent. */
export type Question = {
  readonly [Name in QuestionName]: { readonly name: Name; readonly given: Given<Name> };
}[QuestionName];

type Answering<Name extends QuestionName> = (
  asked: Asked,
  ...given: Given<Name>
) => AnswerTo<Name> | Promise<AnswerTo<Name>>;

/**
 * What a question waits for besides all that was told before: `nothing`, that the whole archive was read once, or that it
 * is brought up to the files.
 */
type Waits = 'nothing' | 'ready' | 'files';
type Line<Name extends QuestionName> =
  | Answering<Name>
  | { readonly waits: (...given: Given<Name>) => Waits; readonly answer: Answering<Name> };

const ready = (): Waits => 'ready';
const filesWhere = (isWhole: boolean | undefined): Waits => (isWhole === true ? 'files' : 'nothing');

const questions: { readonly [Name in QuestionName]: Line<Name> } = {
  'article:snippet': ({ index }, question) => snippetOfArticle(index, question),
  'article:bylines': ({ lists }) => bylines(lists),
  'article:languages': ({ lists }) => languages(lists),
  'article:citing-memos': ({ lists }, { articleId }) => citingMemos(lists).get(articleId) ?? [],
  'article:tags-of-many': ({ lists }, { articleIds }) => tagsOfArticles(lists, articleIds),
  'passage:list': ({ lists }, question) => passageList(lists, question),
  'passage:table': ({ lists }, query) => passageTable(lists, query),
  'passage:selection': ({ lists }, { passageIds }) => passageSelection(lists, passageIds),
  'passage:related': ({ lists }, { passageId }) => relatedPassages(lists, passageId),
  'passage:relation-counts': ({ lists }, { articleId }) => relationCounts(lists, articleId),
  'tag:together': ({ lists }, { tagId }) => tagsTogether(lists, tagId),
  'source:memos': ({ lists }, { sourceId }) => memosOnSource(lists, sourceId),
  'search:archive': {
    waits: ({ isWhole }) => filesWhere(isWhole),
    answer: ({ index, state }, question) => ({ ...answerSearch(index, question), index: state }),
  },
  'search:facets': ({ index }, question) => countFacets(index, question),
  'search:help': ({ index }, question) => helpSearch(index, question),
  'insights:chart': answerInsights,

  articles: ({ lists }, ...given) => articleRows(lists, ...given),
  citedArticles: { waits: ready, answer: ({ lists }) => citedArticles(lists) },
  knownFiles: { waits: ready, answer: ({ lists }) => knownFiles(lists) },
  passages: {
    waits: (_, bounds) => filesWhere(bounds?.isWhole),
    answer: ({ lists }, ...given) => passageRows(lists, ...given),
  },
  passageRows: ({ lists }, ids) => rowsOfPassages(lists, ids),
  confirmedBy: ({ lists }, id) => confirmedBy(lists, id),
  tags: ({ lists }) => tagRows(lists),
  sources: ({ lists }) => sourceRows(lists),
  ungradedPassages: ({ lists }, id) => ungradedPassages(lists, id),
  tasks: ({ lists }, isOpenOnly) => taskRows(lists, isOpenOnly),
  taskAnswers: ({ lists }, passage) => taskAnswers(lists, passage),
  memos: ({ lists }) => memoRows(lists),
  faults: ({ lists }) => faultRows(lists),
  trash: ({ lists }) => trashRows(lists),
  counts: ({ lists, today }) => countAll(lists, today),
  passagesAddedSince: ({ lists }, since) => countAddedSince(lists, since),
  find: ({ lists }, text, limit) => findEverywhere(lists, text, limit),
  namePlaces: ({ lists }, places, limit) => namePlaces(lists, places, limit),
  articlesWithTexts: {
    waits: ready,
    answer: ({ lists }, hashes) => new Map(hashes.map((hash) => [hash, sameTextRows(lists, hash)])),
  },
  duplicatesOfText: { waits: ready, answer: ({ lists }, text) => duplicatesOfText(lists, text) },
  duplicatesOf: ({ lists }, id) => duplicateRows(lists, id),
  duplicatesOfEach: ({ lists }, ids) => duplicateRowsOfEach(lists, ids),
  textIds: {
    waits: ready,
    answer: ({ lists }, ids) => new Map(ids.map((id) => [id, lists.duplicates.textOf(id)])),
  },
  articleOfPassage: ({ lists }, id) => lists.articleOfPassage.get(id) ?? null,
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

/** What a question waits for. */
export const waitsFor = ({ name, given }: Question): Waits => {
  const line = questions[name];
  return typeof line === 'function'
    ? 'nothing'
    : (line.waits as (...given: readonly unknown[]) => Waits)(...given);
};

/** Answers a question from what is there. */
export const answerQuestion = async (asked: Asked, { name, given }: Question): Promise<unknown> => {
  const line = questions[name];
  const answer = (typeof line === 'function' ? line : line.answer) as (
    asked: Asked,
    ...given: readonly unknown[]
  ) => unknown;
  return answer(asked, ...given);
};
