import type { SourceId } from '#domain/ids.ts';
import { branchNames, type SourceBook } from '#renderer/parts/source/use-sources.ts';
import { kindNames } from './source-kinds.ts';

const isBelow = ({ byId }: SourceBook, id: SourceId, above: SourceId): boolean => {
  if (id === above) return true;
  const parentId = byId.get(id)?.parentId ?? null;
  return parentId !== null && isBelow({ byId, rows: [], isLoaded: true }, parentId, above);
};

/** Every source but `id` and those below it, as options: where it may be moved, and into what it may be merged. */
export const sourcesBeside = (book: SourceBook, id: SourceId) =>
  book.rows
    .filter((row) => !isBelow(book, row.id, id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: branchNames(book.byId, row.parentId).join(', ') || kindNames[row.kind],
    }));
