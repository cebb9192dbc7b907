import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { topics } from '#domain/contract/request.ts';
import type { ArticleId, BoardId, EventShard, MemoId } from '#domain/ids.ts';
import type { ArchiveState } from '../archive-state.ts';
import { folderHolding } from '../folder/layout.ts';
import { type NamedPlace, placeOfName } from '../folder/place-of-name.ts';
import type { Touched } from './changes-of-act.ts';

/** The content in memory of a file that another program has since damaged or removed; null for all others. */
export const heldContent = async (
  { files }: ArchiveState,
  name: string,
): Promise<FileContents[FileKind] | null> => {
  const place = placeOfName(name);
  const file = place?.kind === 'mutable' ? await files.peek(place.file) : null;
  if (file === null) return null;
  const { kind } = await file.look();
  return kind === 'gone' || kind === 'unreadable' ? file.content : null;
};

/**
 * Drops the content in memory of one file that a repair has replaced; returns the folder of the article or memo that it
 * belongs to.
 */
const forgetFile = ({ files, sealed }: ArchiveState, name: string) => {
  const place = placeOfName(name);
  if (place === null || place.kind === 'trash') return null;
  if (place.kind === 'mutable') files.forget(place.file);
  const folder = place.kind === 'mutable' ? folderHolding(place.file) : place.folder;
  if (folder?.kind === 'article') sealed.forget(folder.id);
  return folder;
};

const shardOf = (place: NamedPlace | null): EventShard | null =>
  place?.kind === 'mutable' && place.file.kind === 'event-shard' ? place.file.shard : null;

const boardOf = (place: NamedPlace | null): BoardId | null =>
  place?.kind === 'mutable' && place.file.kind === 'board' ? place.file.boardId : null;

/**
 * Drops the content in memory of files that a repair has replaced, so that they are read again; returns whose they are.
 */
export const forgetMended = (state: ArchiveState, names: readonly string[]): Touched => {
  const articleIds = new Set<ArticleId>();
  const memoIds = new Set<MemoId>();
  for (const folder of names.map((name) => forgetFile(state, name))) {
    if (folder?.kind === 'memo') memoIds.add(folder.id);
    if (folder?.kind === 'article') articleIds.add(folder.id);
  }
  return {
    topics,
    articleIds: [...articleIds],
    memoIds: [...memoIds],
    boardIds: names.flatMap((name) => boardOf(placeOfName(name)) ?? []),
    eventShards: names.flatMap((name) => shardOf(placeOfName(name)) ?? []),
    gone: [],
  };
};
