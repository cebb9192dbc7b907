/** The changes of an act in their three forms: as written and signed, as undone, and as reported to listeners. */
import type {
  Change,
  CollectionName,
  FolderChange,
  RecordChange,
  RecordFolder,
} from '#domain/archive/changes.ts';
import { normaliseRecord } from '#domain/archive/content/normalise-record.ts';
import { type GoneRecord, recordKinds } from '#domain/contract/record-kinds.ts';
import type { Topic } from '#domain/contract/request.ts';
import type { ArticleId, BoardId, EventShard, MemoId } from '#domain/ids.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import { freezeDeep, recordText } from '../file/frozen-json.ts';
import type { Wanted } from './plan-act.ts';

/** The change as it will be read back; empty if it leaves its record unchanged. */
export const normaliseChange = (change: Change): readonly Change[] => {
  if (change.type === 'folder') return [change];
  const { collection, before, after } = change;
  if (after === null) return before === null ? [] : [change];
  const normal = freezeDeep(normaliseRecord(collection, after));
  const isIdle = before !== null && recordText(before) === recordText(normal);
  return isIdle ? [] : [{ ...change, after: normal } as RecordChange];
};

const arrived = (folder: RecordFolder): Change => ({ type: 'folder', to: 'archive', ...folder });
const arrivedArticle = (id: ArticleId): Change => arrived({ kind: 'article', id });
const arrivedMemo = (id: MemoId): Change => arrived({ kind: 'memo', id });

/** The changes that an undo reverts. Something new had no earlier state; when undone, it goes to the trash. */
export const undoableChanges = ({ changes, newArticles = [], newMemos = [] }: Wanted): readonly Change[] => [
  ...changes,
  ...newArticles.map(({ article }) => arrivedArticle(article.id)),
  ...newMemos.map(({ memo }) => arrivedMemo(memo.id)),
];

/**
 * What remains after an undo, for those who display it: an article with another text counts as a new one, as does one
 * with a new picture, and a memo with a new snapshot or picture.
 */
export const lastingChanges = ({
  restoredBodies = [],
  newSnapshots = [],
  newPictures = [],
}: Wanted): readonly Change[] => [
  ...restoredBodies.map(({ articleId }) => arrivedArticle(articleId)),
  ...newSnapshots.map(({ memoId }) => arrivedMemo(memoId)),
  ...newPictures.map(({ holder }) => arrived(holder)),
];

/**
 * Signs everything that an act writes, once its changes are known; null if no name is set. What is removed keeps the
 * name that it has, and the conflicting sides of a merge are signed by nobody.
 */
export const signAct = (wanted: Wanted, name: string | null): Wanted => {
  const sign = <R extends Signed>(record: R): R => signRecord(record, name);
  const signChange = (change: Change): Change =>
    change.type === 'folder' || change.collection === 'conflicts' || change.after === null
      ? change
      : ({ ...change, after: sign<Signed>(change.after) } as RecordChange);
  const signArticle = ({ annotations, translations, ...article }: NewArticle): NewArticle => ({
    ...article,
    ...(translations === undefined
      ? {}
      : {
          translations: {
            translations: translations.translations.map(sign),
            renderings: translations.renderings.map(sign),
            languages: translations.languages.map(sign),
          },
        }),
    annotations: {
      about: sign(annotations.about),
      passages: annotations.passages.map(sign),
      tasks: annotations.tasks.map(sign),
    },
  });
  const signMemo = ({ memo, tasks, ...rest }: NewMemo): NewMemo => ({
    ...rest,
    memo: sign(memo),
    tasks: tasks.map(sign),
  });
  const { changes, newArticles = [], newMemos = [], newSnapshots = [], ...rest } = wanted;
  return {
    ...rest,
    changes: changes.map(signChange),
    newArticles: newArticles.map(signArticle),
    newMemos: newMemos.map(signMemo),
    newSnapshots: newSnapshots.map(sign),
  };
};

/** What a list may have to query again, and whose files were touched. */
export type Touched = {
  readonly topics: readonly Topic[];
  readonly articleIds: readonly ArticleId[];
  readonly memoIds: readonly MemoId[];
  readonly boardIds: readonly BoardId[];
  /** The files of events after the first. */
  readonly eventShards: readonly EventShard[];
  /** What is no longer in the archive. */
  readonly gone: readonly GoneRecord[];
};

/**
 * The topics in which a record of each collection may be shown: a row of the passages table names tags and sources, the
 * row of a tag counts passages, a memo's row counts the passages that changed since they were cited. Everything that
 * can be deleted is shown in the trash.
 */
const topicsOfRecords: { readonly [C in CollectionName]: readonly Topic[] } = {
  tags: ['tags', 'articles', 'passages', 'searches', 'trash'],
  sources: ['sources', 'articles', 'passages', 'memos', 'searches', 'trash'],
  tasks: ['tasks', 'articles', 'passages', 'searches', 'trash'],
  searches: ['searches'],
  labels: ['labels', 'passages', 'searches'],
  events: ['events', 'searches', 'trash'],
  falls: ['falls'],
  passages: ['passages', 'articles', 'tags', 'sources', 'tasks', 'memos', 'searches', 'trash'],
  about: ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos', 'searches'],
  translations: ['translations', 'articles', 'passages', 'searches', 'memos', 'trash'],
  renderings: ['translations', 'articles', 'passages', 'searches', 'memos'],
  languages: ['translations', 'articles', 'searches'],
  memo: ['memos', 'passages', 'tasks', 'trash'],
  rounds: ['memos'],
  remarks: ['memos'],
  forms: ['forms', 'memos', 'trash'],
  boards: ['boards', 'trash'],
  hypotheses: ['boards'],
  evidence: ['boards'],
  cells: ['boards'],
  probabilities: ['boards'],
  conflicts: ['conflicts'],
  pads: ['pad'],
  entries: ['conflicts'],
};
const topicsOfFolders: { readonly [H in FolderChange['kind']]: readonly Topic[] } = {
  article: ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos', 'searches', 'trash'],
  memo: ['memos', 'passages', 'tasks', 'trash'],
};

/** The topics in which the changes of an act may be shown. */
export const touchedBy = (changes: readonly Change[]): Touched => ({
  topics: unique(changes.flatMap(topicsOf)),
  articleIds: unique(changes.flatMap(articlesOf)),
  memoIds: unique(changes.flatMap(memosOf)),
  boardIds: unique(changes.flatMap(boardsOf)),
  eventShards: unique(changes.flatMap(shardsOf)),
  gone: changes.flatMap(goneBy),
});

const topicsOf = (change: Change): readonly Topic[] =>
  change.type === 'folder' ? topicsOfFolders[change.kind] : topicsOfRecords[change.collection];

const articlesOf = (change: Change): readonly ArticleId[] => {
  if (change.type === 'folder') return change.kind === 'article' ? [change.id] : [];
  return 'articleId' in change.file ? [change.file.articleId] : [];
};

const memosOf = (change: Change): readonly MemoId[] => {
  if (change.type === 'folder') return change.kind === 'memo' ? [change.id] : [];
  const { file } = change;
  return file.kind === 'memo' || file.kind === 'review' ? [file.memoId] : [];
};

const boardsOf = (change: Change): readonly BoardId[] =>
  change.type === 'record' && change.file.kind === 'board' ? [change.file.boardId] : [];

const shardsOf = (change: Change): readonly EventShard[] =>
  change.type === 'record' && change.file.kind === 'event-shard' ? [change.file.shard] : [];

/** A folder that went, and a record that went, became a tombstone, or was merged into another. */
const goneBy = (change: Change): readonly GoneRecord[] => {
  if (change.type === 'folder') return change.to === 'trash' ? [{ what: change.kind, id: change.id }] : [];
  const { collection, recordId, before, after } = change;
  if (!isHere(before) || isHere(after)) return [];
  const name = { what: recordKinds[collection], id: recordId };
  const intoId = after !== null && 'mergedInto' in after ? after.mergedInto : null;
  return [intoId === null ? name : { ...name, intoId }];
};

const isHere = (record: object | null): boolean =>
  record !== null &&
  !('deletedAt' in record && record.deletedAt !== null) &&
  !('mergedInto' in record && record.mergedInto !== null);

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
