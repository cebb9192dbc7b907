import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import { toTimestamp } from '#domain/time.ts';
import type { TreeEdit } from '#domain/tree/change-tree.ts';
import { indexTree } from '#domain/tree/record-tree.ts';

/** The instant `minute` minutes into the story that a test tells. */
export const at = (minute: number) => toTimestamp(Date.UTC(2024, 3, 24, 9, minute));

/** The id of the `n`th tag of a test. */
export const tagId = (n: number): TagId =>
  tagIdSchema.parse(`01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);

/** A codebook from lines like `[1, 'China'], [2, 'dual use', 1]`: number, name, number of the parent. */
export const tagTree = (...lines: readonly (readonly [number, string, number?])[]): TagTree =>
  indexTree(
    lines.map(([n, name, parent]) =>
      newTag(tagId(n), name, parent === undefined ? null : tagId(parent), at(0)),
    ),
  );

/** The codebook after `edits`. */
export const applyEdits = (tags: TagTree, edits: readonly TreeEdit<Tag>[]): TagTree =>
  new Map([...tags, ...edits.map(({ after }): [string, Tag] => [after.id, after])]);
