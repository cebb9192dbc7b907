import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { type Topic, topics } from '#domain/contract/topics.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { ArchiveState } from '../archive-state.ts';
import { folderHolding } from '../folder/layout.ts';
import { placeOfName } from '../folder/place-of-name.ts';

/** What memory holds of a file that another program has damaged or taken away since; null of all others. */
export const heldContent = async (
  { files }: ArchiveState,
  name: string,
): Promise<FileContents[FileKind] | null> => {
  const place = placeOfName(name);
  const file = place?.is === 'mutable' ? await files.peek(place.file) : null;
  if (file === null) return null;
  const { now } = await file.look();
  return now === 'gone' || now === 'unreadable' ? file.content : null;
};

/** Lets go what is in memory of files that a repair has replaced, so that they are read again; says whose they are. */
export const forgetMended = (
  { files, sealed }: ArchiveState,
  names: readonly string[],
): { readonly topics: readonly Topic[]; readonly articleIds: readonly ArticleId[]; readonly memoIds: readonly MemoId[] } => {
  const articleIds = new Set<ArticleId>();
  const memoIds = new Set<MemoId>();
  for (const name of names) {
    const place = placeOfName(name);
    if (place === null || place.is === 'trash') continue;
    if (place.is === 'mutable') files.forget(place.file);
    const folder = place.is === 'mutable' ? folderHolding(place.file) : place.folder;
    if (folder?.holds === 'memo') memoIds.add(folder.id);
    if (folder?.holds !== 'article') continue;
    sealed.forget(folder.id);
    articleIds.add(folder.id);
  }
  return { topics, articleIds: [...articleIds], memoIds: [...memoIds] };
};
