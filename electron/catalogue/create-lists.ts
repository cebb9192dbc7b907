/**
 * The lists in the memory of the process with the index. They are read in between other work, and then follow what is
 * left in the archive. Reading in and following never run at once, so that what is newer is never overwritten by what
 * is older; a question waits for what had changed before it was asked, and for a round of its own.
 */
import type { ReadProgress } from '#domain/contract/events.ts';
import type { ArticleId } from '#domain/ids.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { ArchiveChanged } from '../ports/archive.ts';
import { type CatalogueState, createCatalogueState } from './catalogue-state.ts';
import type { Lists } from './lists.ts';
import { createRounds } from './order/rounds.ts';
import { createWorkQueue } from './order/work-queue.ts';
import type { CatalogueReader } from './read/archive-files.ts';
import { followArchive } from './read/follow-archive.ts';
import {
  enterArticle,
  failedArticle,
  type ReadArticle,
  readArticle,
  readLists,
  readMemo,
  readTrash,
} from './read/read-archive.ts';
import { seldom } from './read/seldom.ts';
import { relationCounts } from './relations.ts';
import { articleRows } from './rows/article/article-rows.ts';
import { duplicateRows, duplicatesOfText, sameTextRows } from './rows/article/duplicate-rows.ts';
import { faultRows } from './rows/article/fault-rows.ts';
import { countAll } from './rows/counts.ts';
import { findEverywhere } from './rows/found/find-everywhere.ts';
import { namePlaces } from './rows/found/name-found.ts';
import { searchRows } from './rows/found/search-rows.ts';
import { citingMemos } from './rows/memo/citing-memos.ts';
import { memoRows } from './rows/memo/memo-rows.ts';
import { countPassages, passageRows } from './rows/passage/passage-rows.ts';
import { isConfirmed, relatedPassages } from './rows/passage/related-passages.ts';
import { unsettledPassages } from './rows/passage/unsettled-passages.ts';
import { sourceRows } from './rows/source/source-rows.ts';
import { tagRows } from './rows/tag-rows.ts';
import { placedTasks, taskRows } from './rows/task-rows.ts';
import { trashRows } from './rows/trash-rows.ts';
import { passageSelection, rowsOfPassages } from './table/passage-selection.ts';
import { passageTable } from './table/passage-table.ts';

/** So many articles are read side by side: the disk works while the last one is entered. */
const READ_AT_ONCE = 8;

/** Every question, each asked once `upToDate` has resolved. */
const createQuestions = (
  state: CatalogueState,
  upToDate: () => Promise<void>,
  ready: Promise<void>,
): Lists => {
  const nextRound = createRounds();
  /** Acts may have come in while the turn was awaited, so that it is asked again whether all is up to date. */
  const after = async <T>(waiting: Promise<void>, answer: () => T | Promise<T>): Promise<T> => {
    await waiting;
    await nextRound();
    await upToDate();
    return answer();
  };
  /** What is looked up in a moment takes no turn: acts on many passages ask it of each. */
  const lookUp = async <T>(answer: () => T): Promise<T> => {
    await upToDate();
    return answer();
  };
  return {
    articles: (filter, order) => after(upToDate(), () => articleRows(state, filter, order)),
    passages: (filter, bounds) => after(upToDate(), () => passageRows(state, filter, bounds)),
    countPassages: (filter, bounds) => after(upToDate(), () => countPassages(state, filter, bounds)),
    passageTable: (query) => after(upToDate(), () => passageTable(state, query)),
    passageRows: (ids) => after(upToDate(), () => rowsOfPassages(state, ids)),
    passageSelection: (ids) => after(upToDate(), () => passageSelection(state, ids)),
    related: (id) => after(upToDate(), () => relatedPassages(state, id)),
    isConfirmed: (id) => lookUp(() => isConfirmed(state, id)),
    relationCounts: (id) => after(upToDate(), () => relationCounts(state, id)),
    tags: () => after(upToDate(), () => tagRows(state)),
    sources: () => after(upToDate(), () => sourceRows(state)),
    tasks: (isOpenOnly) => after(upToDate(), () => taskRows(state, isOpenOnly)),
    memos: () => after(upToDate(), () => memoRows(state)),
    faults: () => after(upToDate(), () => faultRows(state)),
    searches: () => after(upToDate(), () => searchRows(state)),
    trash: () => after(upToDate(), () => trashRows(state)),
    counts: (today) => after(upToDate(), () => countAll(state, today)),
    find: (text, limit) => after(upToDate(), () => findEverywhere(state, text, limit)),
    namePlaces: (places, limit) => after(upToDate(), () => namePlaces(state, places, limit)),
    articlesWithText: async (textSha256) => {
      await ready;
      return lookUp(() => sameTextRows(state, textSha256));
    },
    duplicatesOfText: (text) => after(ready.then(upToDate), () => duplicatesOfText(state, text)),
    duplicatesOf: (id) => after(upToDate(), () => duplicateRows(state, id)),
    textIds: async (ids) => {
      await ready;
      return lookUp(() => new Map(ids.map((id) => [id, state.duplicates.textOf(id)])));
    },
    articleOfPassage: (id) => lookUp(() => state.articleOfPassage.get(id) ?? null),
    placeOfTask: (id) =>
      after(upToDate(), () => [...placedTasks(state)].find(({ task }) => task.id === id)?.place ?? null),
    unsettledPassages: () => after(upToDate(), () => unsettledPassages(state)),
    memosCiting: (id) => after(upToDate(), () => citingMemos(state).get(id) ?? []),
  };
};

export type Changed = Omit<ArchiveChanged, 'undo'>;

/** What hears of the reading in. */
export type ListsHeard = {
  /** A failure that perhaps nobody waits for. */
  readonly report: (failure: unknown) => void;
  /** How far it has come; from 0 on, a few times a second. */
  readonly onProgress: (progress: ReadProgress) => void;
};

/** The lists of an archive that is open elsewhere, and what becomes of them. */
export type LiveLists = {
  readonly lists: Lists;
  /** Resolves once the whole archive is read in. Questions before that are answered from what is there so far. */
  readonly ready: Promise<void>;
  /** Something was changed: what is asked from now on is answered after that was read. */
  change(changed: Changed): void;
};

/**
 * The lists of the archive that `files` reads, which begin at once to be read in. What a first view shows is read
 * first; the rest once `hasTime` has resolved.
 */
export const createLists = (
  files: CatalogueReader,
  { report, onProgress }: ListsHeard,
  hasTime: Promise<void>,
): LiveLists => {
  const state = createCatalogueState();
  const queue = createWorkQueue();
  const yielder = createYielder();
  const tell = seldom(onProgress);
  let following: Promise<void> = Promise.resolve();

  /** A bug that one file meets keeps no other from being read. */
  const readSafely = (id: ArticleId): Promise<ReadArticle> =>
    readArticle(files, state, id).catch((bug: unknown) => {
      report(bug);
      return failedArticle(id);
    });

  const readArticles = async (ids: readonly ArticleId[]): Promise<void> => {
    const read = await Promise.all(ids.map(readSafely));
    for (const article of read) {
      await enterArticle(state, article, yielder);
      await yielder.yieldIfDue();
    }
  };

  /** The newest first: they are what an analyst looks for. Between two batches of them an act may be followed. */
  const readIn = async (): Promise<void> => {
    await queue.run(() => readLists(files, state));
    for (const id of await files.memoIds()) await queue.run(() => readMemo(files, state, id));
    const ids = (await files.articleIds()).toReversed();
    for (let read = 0; read < ids.length; read += READ_AT_ONCE) {
      tell({ read, total: ids.length });
      await queue.run(() => readArticles(ids.slice(read, read + READ_AT_ONCE)));
      await hasTime;
    }
    await queue.run(() => readTrash(files, state));
  };

  const ready = readIn();
  ready.catch(report);

  return {
    lists: createQuestions(state, () => following, ready),
    ready,
    change(changed) {
      following = queue.run(() => followArchive(files, state, changed, yielder));
      following.catch(report);
    },
  };
};
