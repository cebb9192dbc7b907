import type { ArchiveChanged } from '#electron/ports/archive.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import type { CatalogueReader } from './archive-files.ts';
import { enterArticle, readArticle, readLists, readMemo, readTrash } from './read-archive.ts';

/** Which of the touched articles and memos are in the catalogue, one after the other. */
const presence = (
  state: CatalogueState,
  { articleIds, memoIds }: Pick<ArchiveChanged, 'articleIds' | 'memoIds'>,
): string =>
  [...articleIds.map((id) => state.articles.has(id)), ...memoIds.map((id) => state.memos.has(id))].join();

/**
 * Brings the catalogue up to what an act has left in the archive: only the files that it touched are read. The
 * trash is read where a folder came or went, or where an act touched no article and no memo, as emptying it does.
 */
export const followArchive = async (
  reader: CatalogueReader,
  state: CatalogueState,
  changed: Omit<ArchiveChanged, 'undo'>,
  yielder: Yielder,
): Promise<void> => {
  const before = presence(state, changed);
  await readLists(reader, state);
  for (const id of changed.articleIds) {
    await enterArticle(state, await readArticle(reader, state, id), yielder);
    await yielder.yieldIfDue();
  }
  await state.duplicates.settle(yielder);
  for (const id of changed.memoIds) await readMemo(reader, state, id);
  const hasTouchedNone = changed.articleIds.length + changed.memoIds.length === 0;
  if (changed.topics.includes('trash') && (hasTouchedNone || before !== presence(state, changed))) {
    await readTrash(reader, state);
  }
};
