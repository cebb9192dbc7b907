import type { Change, FolderChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ActWatch, NewArticle, NewMemo, NewPicture, RestoredBody } from '#electron/ports/archive.ts';
import type { ArchiveState } from '../../archive-state.ts';
import { isFolderIn } from '../../folder/move-folder.ts';
import type { HeldFile } from '../../open-files.ts';
import { addPicture } from '../add-picture.ts';
import { addSnapshot } from '../add-snapshot.ts';
import { addFolder, type DiskOperation, discardFolder, restoreFolder } from '../disk-operation.ts';
import { filesOfArticle, filesOfMemo } from './files-of-new-folder.ts';
import { groupByFile } from './group-by-file.ts';
import { byRank, type Ranked, ranks } from './order-of-writing.ts';
import { planWrite } from './plan-write.ts';
import { restoreBody } from './restore-body.ts';

/** What an act wants done to the archive. */
export type Wanted = {
  readonly changes: readonly Change[];
  readonly newArticles?: readonly NewArticle[];
  readonly newMemos?: readonly NewMemo[];
  readonly newSnapshots?: readonly Snapshot[];
  readonly newPictures?: readonly NewPicture[];
  readonly restoredBodies?: readonly RestoredBody[];
};

/** What is to be done to the disk, in order. The files that it writes are held until `release`. */
export type Plan = { readonly operations: readonly DiskOperation[]; release(): void };

/**
 * Works out what an act does to the disk, and writes nothing: where a record or a folder is not what the act takes
 * it to be, the answer is `changed-since`; where `watch` ends it, `cancelled`.
 */
export const planAct = async (
  state: ArchiveState,
  wanted: Wanted,
  watch: ActWatch = {},
): Promise<Result<Plan, AppError>> => {
  const moves = wanted.changes.filter((change) => change.type === 'folder');
  const misplaced = moves.find((move) => !isWhereExpected(state, move));
  if (misplaced !== undefined) return err({ code: 'changed-since', what: misplaced.holds, id: misplaced.id });

  const held: HeldFile[] = [];
  const release = (): void => {
    for (const file of held) file.release();
  };
  const writes = await planWrites(state, { changes: wanted.changes, moves, held }, watch);
  if (!writes.ok) {
    release();
    return writes;
  }
  const steps = [...writes.value, ...moves.map((move) => planMove(state, move)), ...planNew(state, wanted)];
  return ok({ operations: byRank(steps), release });
};

type Writing = {
  readonly changes: readonly Change[];
  readonly moves: readonly FolderChange[];
  /** The files that are opened for it are added here. */
  readonly held: HeldFile[];
};

const planWrites = async (
  state: ArchiveState,
  { changes, moves, held }: Writing,
  { onPlanned, signal }: ActWatch,
): Promise<Result<readonly Ranked[], AppError>> => {
  const writes: Ranked[] = [];
  const groups = groupByFile(changes);
  for (const group of groups) {
    if (signal?.aborted === true) return err({ code: 'cancelled' });
    const planned = await planWrite(state, group, moves, held);
    if (!planned.ok) return planned;
    writes.push(planned.value);
    onPlanned?.(writes.length, groups.length);
  }
  return ok(writes);
};

/** A folder that goes must be in the archive, one that comes back in the trash, and nowhere else. */
const isWhereExpected = ({ context }: ArchiveState, move: FolderChange): boolean =>
  isFolderIn(context, move, 'archive') === (move.to === 'trash') &&
  isFolderIn(context, move, 'trash') === (move.to === 'archive');

const planMove = (state: ArchiveState, move: FolderChange): Ranked =>
  move.to === 'archive'
    ? { rank: ranks[`${move.holds}-arrives`], operation: restoreFolder(state, move) }
    : { rank: ranks[`${move.holds}-goes`], operation: discardFolder(state, move) };

const planNew = (state: ArchiveState, wanted: Wanted): readonly Ranked[] => [
  ...(wanted.newArticles ?? []).map((article) => ({
    rank: ranks['article-arrives'],
    operation: addFolder(state, { holds: 'article', id: article.article.id }, () => filesOfArticle(article)),
  })),
  ...(wanted.newMemos ?? []).map((memo) => ({
    rank: ranks['memo-arrives'],
    operation: addFolder(state, { holds: 'memo', id: memo.memo.id }, () => filesOfMemo(memo)),
  })),
  ...(wanted.newSnapshots ?? []).map((snapshot) => ({
    rank: ranks.snapshot,
    operation: addSnapshot(state, snapshot),
  })),
  // Those of an article are there before a body that names them.
  ...(wanted.newPictures ?? []).map((picture) => ({
    rank: ranks[picture.holder.holds === 'article' ? 'article-arrives' : 'picture'],
    operation: addPicture(state, picture),
  })),
  ...(wanted.restoredBodies ?? []).map((restored) => ({
    rank: ranks['article-arrives'],
    operation: restoreBody(state, restored),
  })),
];
