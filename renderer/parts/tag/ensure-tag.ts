import type { Input } from '#domain/contract/requests.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import { newTagIdSchema, type TagId } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';

/** The tag at `path`, made where it is missing: it can be set from now on, unless it was refused. */
export const ensureTag = async (
  path: readonly string[],
): Promise<{ readonly tagId: TagId; readonly outcome: Outcome }> => {
  const input = { tagId: newId(newTagIdSchema), path: [...path] };
  const answer = await act('tag:ensure', input);
  const tagId = answer.ok ? answer.value.id : input.tagId;
  return { tagId, outcome: outcomeOf('tag:ensure', input, answer) };
};

const isPath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, level) => name === other[level]);

/** The tags with those that could not be written yet. */
export const withUnsavedTags = (
  rows: readonly TagRow[],
  unsaved: readonly Input<'tag:ensure'>[],
): readonly TagRow[] => {
  const all = [...rows];
  for (const { tagId, path } of unsaved) {
    if (all.some((row) => row.id === tagId || isPath(row.path, path))) continue;
    const parent = all.find((row) => isPath(row.path, path.slice(0, -1)));
    all.push({
      id: tagId,
      name: path.at(-1) ?? '',
      parentId: parent?.id ?? null,
      path,
      aliases: [],
      ownGroup: null,
      group: parent?.group ?? null,
      definition: { useWhen: '', notWhen: '', example: '' },
      updatedAt: toTimestamp(Date.now()),
      by: null,
      ownCount: 0,
      totalCount: 0,
    });
  }
  return all;
};
