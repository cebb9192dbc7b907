import type { CatalogueState } from './catalogue-state.ts';
import type { Lists } from './lists.ts';
import { relationCounts } from './relations.ts';
import { articleRows } from './rows/article/article-rows.ts';
import { bylines } from './rows/article/bylines.ts';
import { citedArticles } from './rows/article/cited-articles.ts';
import {
  duplicateRows,
  duplicateRowsOfEach,
  duplicatesOfText,
  sameTextRows,
} from './rows/article/duplicate-rows.ts';
import { faultRows } from './rows/article/fault-rows.ts';
import { knownFiles } from './rows/article/known-files.ts';
import { languages } from './rows/article/languages.ts';
import { countAddedSince, countAll } from './rows/counts.ts';
import { findEverywhere } from './rows/found/find-everywhere.ts';
import { namePlaces } from './rows/found/name-found.ts';
import { citingMemos } from './rows/memo/citing-memos.ts';
import { memoRows } from './rows/memo/memo-rows.ts';
import { countPassages, passageRows } from './rows/passage/passage-rows.ts';
import { confirmedBy, relatedPassages } from './rows/passage/related-passages.ts';
import { unsettledPassages } from './rows/passage/unsettled-passages.ts';
import { memosOnSource } from './rows/source/memos-on-source.ts';
import { sourceRows } from './rows/source/source-rows.ts';
import { ungradedPassages } from './rows/source/ungraded-passages.ts';
import { tagRows } from './rows/tag-rows.ts';
import { tagsTogether } from './rows/tags-together.ts';
import { taskAnswers } from './rows/task-answers.ts';
import { placesOfTasks, taskRows } from './rows/task-rows.ts';
import { trashRows } from './rows/trash-rows.ts';
import { passageSelection, rowsOfPassages, tagsOfArticles } from './table/passage-selection.ts';
import { passageTable } from './table/passage-table.ts';
import { laterVersionsOf } from './version-numbers.ts';

type Answer<T> = (of: CatalogueState) => T | Promise<T>;

/** When a question is answered, and from what. */
export type Asking = {
  /** Answers when all that was told before is read. */
  readonly ask: <T>(answer: Answer<T>) => Promise<T>;
  /** Resolves once the whole archive is read. */
  readonly whole: () => Promise<void>;
};

/** Every question, answered when its time has come. */
export const createLists = ({ ask, whole }: Asking): Lists => {
  const askWhole = async <T>(answer: Answer<T>): Promise<T> => {
    await whole();
    return ask(answer);
  };
  return {
    articles: (filter, order, bounds) => ask((of) => articleRows(of, filter, order, bounds)),
    citedArticles: () => askWhole(citedArticles),
    knownFiles: () => askWhole(knownFiles),
    bylines: () => ask(bylines),
    languages: () => ask(languages),
    passages: (filter, bounds) => ask((of) => passageRows(of, filter, bounds)),
    countPassages: (filter, bounds) => ask((of) => countPassages(of, filter, bounds)),
    passageTable: (query, bounds) => ask((of) => passageTable(of, query, bounds)),
    passageRows: (ids) => ask((of) => rowsOfPassages(of, ids)),
    passageSelection: (ids) => ask((of) => passageSelection(of, ids)),
    tagsOfArticles: (ids) => ask((of) => tagsOfArticles(of, ids)),
    related: (id) => ask((of) => relatedPassages(of, id)),
    confirmedBy: (id) => ask((of) => confirmedBy(of, id)),
    relationCounts: (id) => ask((of) => relationCounts(of, id)),
    tags: () => ask(tagRows),
    tagsTogether: (id) => ask((of) => tagsTogether(of, id)),
    sources: () => ask(sourceRows),
    memosOnSource: (id) => ask((of) => memosOnSource(of, id)),
    ungradedPassages: (id) => ask((of) => ungradedPassages(of, id)),
    tasks: (isOpenOnly) => ask((of) => taskRows(of, isOpenOnly)),
    taskAnswers: (passage) => ask((of) => taskAnswers(of, passage)),
    memos: () => ask(memoRows),
    faults: () => ask(faultRows),
    trash: () => ask(trashRows),
    counts: (today) => ask((of) => countAll(of, today)),
    passagesAddedSince: (since) => ask((of) => countAddedSince(of, since)),
    find: (text, limit) => ask((of) => findEverywhere(of, text, limit)),
    namePlaces: (places, limit) => ask((of) => namePlaces(of, places, limit)),
    articlesWithTexts: (hashes) =>
      askWhole((of) => new Map(hashes.map((hash) => [hash, sameTextRows(of, hash)]))),
    duplicatesOfText: (text) => askWhole((of) => duplicatesOfText(of, text)),
    duplicatesOf: (id) => ask((of) => duplicateRows(of, id)),
    duplicatesOfEach: (ids) => ask((of) => duplicateRowsOfEach(of, ids)),
    textIds: (ids) => askWhole((of) => new Map(ids.map((id) => [id, of.duplicates.textOf(id)]))),
    articleOfPassage: (id) => ask((of) => of.articleOfPassage.get(id) ?? null),
    placeOfTask: (id) => ask((of) => placesOfTasks(of, [id]).get(id) ?? null),
    placesOfTasks: (ids) => ask((of) => placesOfTasks(of, ids)),
    laterVersions: (ids) =>
      askWhole(
        (of) =>
          new Map(
            ids.flatMap((id) => {
              const found = laterVersionsOf(of, id);
              return found === null ? [] : [[id, found] as const];
            }),
          ),
      ),
    unsettledPassages: () => ask(unsettledPassages),
    memosCiting: (id) => ask((of) => citingMemos(of).get(id) ?? []),
  };
};
