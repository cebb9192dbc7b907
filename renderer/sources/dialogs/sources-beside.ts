import type { SourceId } from '#domain/ids.ts';
import { sourceKindNames } from '#domain/source/source.ts';
import { branchNames, type SourceBook } from '#renderer/parts/source/use-sources.ts';
import { isBelow } from '#renderer/parts/tree/is-below.ts';

/** Every source but `id` and those below it, as options: where it may be moved, and into what it may be merged. */
export const sourcesBeside = (book: SourceBook, id: SourceId) =>
  book.rows
    .filter((row) => !isBelow(book.byId, row.id, id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      detail: branchNames(book.byId, row.parentId).join(', ') || sourceKindNames[row.kind],
    }));
