import type { Change } from '#domain/archive/changes.ts';
import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { type AppliedCodebook, applyCodebook } from '#domain/tag/apply-codebook.ts';
import type { CodebookEntry } from '#domain/tag/codebook-entry.ts';
import { parseTagPath } from '#domain/tag/parse-tag-path.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import { toTimestamp } from '#domain/time.ts';
import { editsBetween } from '#domain/tree/change-tree.ts';
import { createChildIndex } from '#domain/tree/child-index.ts';
import { growPath } from '#domain/tree/ensure-path.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import { countEdits, type EditCounts, tagChanges } from '../../shared/tree-outcomes.ts';

export type TagBook = {
  /**
   * The ids of the tags with those names, found or created; "a/b" is a tag below another. Names that are invalid for a
   * tag are left out.
   */
  readonly ids: (names: readonly string[]) => readonly TagId[];
  /** Merges another codebook into this one. */
  readonly apply: (codebook: readonly CodebookEntry[]) => Promise<AppliedCodebook>;
  /** The changes from the original codebook to this one. */
  readonly changes: () => readonly Change[];
  readonly counts: () => EditCounts;
};

/** The codebook during one act that uses tags by name. */
export const createTagBook = (existing: readonly Tag[], { newId, nowMs }: Machine): TagBook => {
  const before = indexTree(existing);
  let tags = createChildIndex(before);
  const at = toTimestamp(nowMs());
  const make = (name: string, parentId: TagId | null): Tag =>
    newTag(tagIdSchema.parse(newId()), name, parentId, at);
  const idOf = (name: string): readonly TagId[] => {
    const path = parseTagPath(name);
    return path === null ? [] : [growPath(tags, path, make).record.id];
  };
  const edits = () => editsBetween(before, tags.tree);
  return {
    ids: (names) => [...new Set(names.flatMap(idOf))],
    async apply(codebook) {
      const applied = await runYielding(applyCodebook(tags.tree, codebook, make, at), createYielder());
      tags = createChildIndex(applied.tags);
      return applied;
    },
    changes: () => tagChanges(edits()),
    counts: () => countEdits(edits()),
  };
};
