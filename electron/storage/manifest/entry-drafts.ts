/** What gets an entry of the manifest: what an act adds, and what is already in an archive. */
import { existsSync } from 'node:fs';
import type { Change, RecordChange } from '#domain/archive/changes.ts';
import type { ManifestEntry } from '#domain/archive/manifest.ts';
import { nameOfRootFile, rootKinds } from '#domain/archive/root-files.ts';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import { equalJson } from '#domain/equal-json.ts';
import { type EventShard, snapshotIdSchema } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Wanted } from '../act/plan-act.ts';
import type { ArchiveState } from '../archive-state.ts';
import { EVENT_FOLDER, folderOf } from '../folder/layout.ts';
import {
  listBoardIds,
  listEventShards,
  listFormIds,
  listIds,
  listRecordNames,
} from '../folder/list-records.ts';
import { pathOf } from '../storage-context.ts';
import { hashesOfSent } from './judge-entry.ts';

/** An entry as far as it is known; `isOther`: something write-once is written again, or the memo was sent. */
export type EntryDraft = Pick<ManifestEntry, 'id' | 'what'> &
  Partial<Pick<ManifestEntry, 'memoId' | 'title' | 'hashes'>> & { readonly isOther?: true };

/** What an act brings; nothing of what it changes in its place, but for a memo that is sent. */
export const draftsOf = ({
  changes,
  newArticles = [],
  newMemos = [],
  newSnapshots = [],
  restoredBodies = [],
}: Wanted): readonly EntryDraft[] => [
  ...newArticles.map(({ article }) => ({
    id: article.id,
    what: 'article' as const,
    ...titled(article.bibliography.title),
  })),
  ...newMemos.map(({ memo }) => ({ id: memo.id, what: 'memo' as const, title: memo.head.title })),
  ...newSnapshots.map(({ id, memoId }) => ({ id, what: 'snapshot' as const, memoId })),
  ...restoredBodies.map(({ articleId }) => ({
    id: articleId,
    what: 'article' as const,
    isOther: true as const,
  })),
  ...changes.flatMap(draftsOfChange),
];

const titled = (title: string | null): Pick<EntryDraft, 'title'> => (title === null ? {} : { title });

const draftsOfChange = (change: Change): readonly EntryDraft[] => {
  if (change.type === 'folder') return change.to === 'archive' ? [{ id: change.id, what: change.kind }] : [];
  if (change.collection === 'memo') return draftsOfMemo(change.before, change.after);
  if (change.collection === 'about') return draftsOfAbout(change.before, change.after);
  return change.before === null ? draftsOfFile(change) : [];
};

/** A file that came with its first record. */
const draftsOfFile = ({ file, collection }: RecordChange): readonly EntryDraft[] => {
  if (file.kind === 'form') return [{ id: file.formId, what: 'form' }];
  if (file.kind === 'board') return collection === 'boards' ? [{ id: file.boardId, what: 'board' }] : [];
  if (file.kind === 'event-shard') return [draftOfShard(file.shard)];
  return isMadeLater(file) ? [{ id: file.kind, what: 'root' }] : [];
};

/** A file of events after the first counts as one of the root: its entry has its path without the ending. */
const draftOfShard = (shard: EventShard): EntryDraft => ({ id: `${EVENT_FOLDER}/${shard}`, what: 'root' });

/** The others are made with the archive. */
const isMadeLater = ({ kind }: RecordChange['file']): boolean =>
  kind === 'pad' || kind === 'labels' || kind === 'events' || kind === 'falls' || kind === 'conflicts';

/** A text that was changed and is used all the same is what it should be from now on. */
const draftsOfAbout = (
  before: ArticleAnnotation | null,
  after: ArticleAnnotation | null,
): readonly EntryDraft[] =>
  after === null || equalJson(before?.acceptedText ?? null, after.acceptedText ?? null)
    ? []
    : [{ id: after.id, what: 'article', isOther: true }];

const draftsOfMemo = (before: Memo | null, after: Memo | null): readonly EntryDraft[] => {
  if (before === null || after === null) return [];
  const hashes = hashesOfSent(after);
  if (equalJson(hashes, hashesOfSent(before))) return [];
  return [{ id: after.id, what: 'memo', title: after.head.title, hashes, isOther: true }];
};

/**
 * Everything in an archive, including the trash, except for what belongs to an act that is not completely on the disk.
 */
export const listEntriesHere = async ({
  context,
  arriving,
}: ArchiveState): Promise<readonly EntryDraft[]> => {
  const isRootFile = (id: (typeof rootKinds)[number]): boolean =>
    id !== 'manifest' && existsSync(pathOf(context, nameOfRootFile(id)));
  const drafts: EntryDraft[] = rootKinds.filter(isRootFile).map((id) => ({ id, what: 'root' }));
  drafts.push(...(await listEventShards(context)).map(draftOfShard));
  for (const id of await listFormIds(context)) drafts.push({ id, what: 'form' });
  for (const id of await listBoardIds(context)) drafts.push({ id, what: 'board' });
  for (const where of ['archive', 'trash'] as const) {
    const articles = await listIds(context, 'article', where);
    drafts.push(
      ...articles.filter((id) => !arriving.has(id)).map((id) => ({ id, what: 'article' as const })),
    );
    const memoIds = await listIds(context, 'memo', where);
    for (const memoId of memoIds.filter((id) => !arriving.has(id))) {
      drafts.push({ id: memoId, what: 'memo' });
      const names = await listRecordNames(
        context,
        `${folderOf({ kind: 'memo', id: memoId }, where)}/snapshots`,
      );
      const ids = names.flatMap((name) => snapshotIdSchema.safeParse(name).data ?? []);
      drafts.push(...ids.map((id) => ({ id, what: 'snapshot' as const, memoId })));
    }
  }
  return drafts;
};
