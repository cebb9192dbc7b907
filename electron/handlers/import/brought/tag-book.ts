import type { Change } from '#domain/archive/changes.ts';
import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { ensureTagPath } from '#domain/tag/ensure-tag-path.ts';
import { newTag } from '#domain/tag/new-tag.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { toTimestamp } from '#domain/time.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { tagChanges } from '../../shared/tree-outcomes.ts';

export type TagBook = {
  /** The tags of those names, found or made; "a/b" is one below another. What no tag can be called is left out. */
  readonly ids: (names: readonly string[]) => readonly TagId[];
  /** The changes that make what was missing. */
  readonly changes: () => readonly Change[];
  readonly made: () => number;
};

/** The codebook during one act that names tags. */
export const createTagBook = (existing: readonly Tag[], { newId, nowMs }: Machine): TagBook => {
  const tags = new Map(indexTree(existing));
  const added: Tag[] = [];
  const at = toTimestamp(nowMs());
  const idOf = (name: string): readonly TagId[] => {
    const path = parseTagPath(name);
    if (path === null) return [];
    const ensured = ensureTagPath(tags, path, (level, parentId) =>
      newTag(tagIdSchema.parse(newId()), level, parentId, at),
    );
    for (const tag of ensured.added) tags.set(tag.id, tag);
    added.push(...ensured.added);
    return [ensured.tag.id];
  };
  return {
    ids: (names) => [...new Set(names.flatMap(idOf))],
    changes: () => tagChanges(added.map((after) => ({ before: null, after }))),
    made: () => added.length,
  };
};
