import { sourceIdSchema } from '#domain/ids.ts';
import { applySourceList } from '#domain/source/list/apply-source-list.ts';
import type { ListedRow, ListedSource } from '#domain/source/list/listed-source.ts';
import { newSource } from '#domain/source/new-source.ts';
import type { Source } from '#domain/source/source.ts';
import { toTimestamp } from '#domain/time.ts';
import { editsBetween, type TreeEdit } from '#domain/tree/change-tree.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';

type LaidList = {
  readonly rows: readonly ListedRow[];
  /** The sources with the list over them, and what leads to them. */
  readonly sources: readonly Source[];
  readonly edits: readonly TreeEdit<Source>[];
};

/** Lays a source list over the sources of an archive; nothing is written. */
export const laySourceList = async (
  existing: readonly Source[],
  list: readonly ListedSource[],
  { newId, nowMs }: Machine,
): Promise<LaidList> => {
  const before = indexTree(existing);
  const at = toTimestamp(nowMs());
  const make = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>): Source =>
    newSource(sourceIdSchema.parse(newId()), asked, at);
  const { rows, sources } = await runYielding(applySourceList(before, list, make, at), createYielder());
  return { rows, sources: [...sources.values()], edits: editsBetween(before, sources) };
};
