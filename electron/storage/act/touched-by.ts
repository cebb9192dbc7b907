import type { Change, CollectionName, FolderChange } from '#domain/archive/changes.ts';
import { type RecordName, recordKinds } from '#domain/contract/record-kinds.ts';
import type { Topic } from '#domain/contract/request.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';

/** What a list may have to ask again for, and whose files were touched. */
export type Touched = {
  readonly topics: readonly Topic[];
  readonly articleIds: readonly ArticleId[];
  readonly memoIds: readonly MemoId[];
  /** What is in the archive no more. */
  readonly gone: readonly RecordName[];
};

/**
 * The rows in which a record of each collection may show: a row of the passages table names tags and sources, the
 * row of a tag counts passages, a memo's row counts the passages that changed since they were cited. Whatever can
 * be deleted shows in the trash.
 */
const topicsOfRecords: { readonly [C in CollectionName]: readonly Topic[] } = {
  tags: ['tags', 'articles', 'passages', 'searches', 'trash'],
  sources: ['sources', 'articles', 'passages', 'memos', 'searches', 'trash'],
  tasks: ['tasks', 'articles', 'passages', 'searches', 'trash'],
  searches: ['searches'],
  passages: ['passages', 'articles', 'tags', 'sources', 'tasks', 'memos', 'searches', 'trash'],
  about: ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos', 'searches'],
  memo: ['memos', 'passages', 'tasks', 'trash'],
  rounds: ['memos'],
  remarks: ['memos'],
  forms: ['forms', 'memos', 'trash'],
  conflicts: ['conflicts'],
  pads: ['pad'],
  entries: ['conflicts'],
};
const topicsOfFolders: { readonly [H in FolderChange['kind']]: readonly Topic[] } = {
  article: ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos', 'searches', 'trash'],
  memo: ['memos', 'passages', 'tasks', 'trash'],
};

/** What the changes of an act may show in. */
export const touchedBy = (changes: readonly Change[]): Touched => ({
  topics: unique(changes.flatMap(topicsOf)),
  articleIds: unique(changes.flatMap(articlesOf)),
  memoIds: unique(changes.flatMap(memosOf)),
  gone: changes.flatMap(goneBy),
});

const topicsOf = (change: Change): readonly Topic[] =>
  change.type === 'folder' ? topicsOfFolders[change.kind] : topicsOfRecords[change.collection];

const articlesOf = (change: Change): readonly ArticleId[] => {
  if (change.type === 'folder') return change.kind === 'article' ? [change.id] : [];
  return change.file.kind === 'annotations' ? [change.file.articleId] : [];
};

const memosOf = (change: Change): readonly MemoId[] => {
  if (change.type === 'folder') return change.kind === 'memo' ? [change.id] : [];
  const { file } = change;
  return file.kind === 'memo' || file.kind === 'review' ? [file.memoId] : [];
};

/** A folder that went, and a record that went, became a tombstone, or was merged into another. */
const goneBy = (change: Change): readonly RecordName[] => {
  if (change.type === 'folder') return change.to === 'trash' ? [{ what: change.kind, id: change.id }] : [];
  const { collection, recordId, before, after } = change;
  return isHere(before) && !isHere(after) ? [{ what: recordKinds[collection], id: recordId }] : [];
};

const isHere = (record: object | null): boolean =>
  record !== null &&
  !('deletedAt' in record && record.deletedAt !== null) &&
  !('mergedInto' in record && record.mergedInto !== null);

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
