import type { StepName } from '#domain/archive/changes.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type TagId, tagIdSchema } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import { toTimestamp } from '#domain/time.ts';
import { changeRecord, giveBranch } from '#domain/tree/change-tree.ts';
import { ensurePath } from '#domain/tree/ensure-path.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import { findRepeat } from '#electron/handlers/shared/record-changes.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { invalidInput } from '../shared/failures.ts';
import { deleting, merging, performOnTags, recordLeft, tagChanges } from '../shared/tree-outcomes.ts';

type TagChange = Input<'tag:change'>;

/** The name of the step, after the most important field of the change. */
const stepOf = ({ name, parentId, group }: Pick<TagChange, 'name' | 'parentId' | 'group'>): StepName => {
  if (name !== undefined) return 'rename-tag';
  if (parentId !== undefined) return 'move-tag';
  return group === undefined ? 'define-tag' : 'group-tag';
};

/** The definition with the given fields; absent if none is given, or if the tag is deleted. */
const defined = (tags: TagTree, tagId: TagId, said: TagChange['definition']): Partial<Tag> => {
  const before = resolveRecord(tags, tagId);
  return said === undefined || before === null ? {} : { definition: { ...before.definition, ...said } };
};

/**
 * The use cases of the codebook. Every act is one write of tags.json: passages and articles contain ids, and keep those
 * of merged and deleted tags.
 */
export const createTagHandlers = (deps: HandlerDeps): HandlersOn<'tag'> => ({
  /**
   * Returns the tag at `path`, found by exact names and aliases; missing parts are created in one step, the tag itself
   * with the given id. Fails with `invalid-input` for an id that is taken.
   */
  'tag:ensure': ({ tagId, path }) =>
    deps.archive.perform(async (reader) => {
      const [root, ...below] = path;
      if (root === undefined) return invalidInput('tag:ensure', 'a path has at least one name');
      const file = await reader.tags();
      if (!file.ok) return file;
      const at = toTimestamp(deps.machine.nowMs());
      const {
        record: tag,
        added,
        near,
      } = ensurePath(indexTree(file.value.tags), [root, ...below], (name, parentId, level) => {
        const id = level === below.length ? tagId : tagIdSchema.parse(deps.machine.newId());
        return newTag(id, name, parentId, at);
      });
      const repeat = findRepeat('tag:ensure', file.value.tags, tag);
      if (!repeat.ok) return repeat;
      const edits = added.map((after) => ({ before: null, after }));
      return ok({ value: { ...tag, near }, name: 'add-tag', changes: tagChanges(edits) });
    }),

  /** Fails with `name-taken` if a sibling has that name, `would-be-cycle` below itself. */
  'tag:change': ({ tagId, definition, ...change }) =>
    performOnTags(deps, {
      name: stepOf(change),
      edit: (tags, at) => changeRecord(tags, tagId, { ...change, ...defined(tags, tagId, definition) }, at),
      answer: (tags) => recordLeft(tags, tagId),
    }),

  /** The first stays as a redirect to the second, which is returned; its children move there. */
  'tag:merge': ({ tagId, intoId }) => performOnTags(deps, merging('merge-tags', tagId, intoId)),

  /**
   * Marks the tag and all those below it as deleted; records that have them keep their ids, which are not shown. With
   * `giveToId` they become redirects to that tag. Fails with `would-be-cycle` if that is below the tag itself.
   */
  'tag:delete': ({ tagId, giveToId }) =>
    performOnTags(
      deps,
      giveToId === undefined
        ? deleting('delete-tag', tagId)
        : {
            name: 'delete-tag',
            edit: (tags, at) => giveBranch(tags, tagId, giveToId, at),
            answer: () => null,
          },
    ),
});
