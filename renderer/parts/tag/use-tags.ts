import type { InputOf } from '#domain/contract/any-request.ts';
import { type TagRow, tagEnsure, tagList } from '#domain/contract/tag.ts';
import { newTagIdSchema, type TagId } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useUnsavedInputs } from '#renderer/bridge/use-unsaved-inputs.ts';
import { makeOnce, type NameBook, toNameBook } from '../tree/build-name-tree.ts';

export type Codebook = NameBook<TagRow>;

/** The tag at `path`, created if missing: it can be set from now on, unless it was refused. */
export const ensureTag = async (
  path: readonly string[],
): Promise<{ readonly tagId: TagId; readonly outcome: Outcome }> => {
  const input = { tagId: newId(newTagIdSchema), path: [...path] };
  const answer = await act(tagEnsure, input);
  const tagId = answer.ok ? answer.value.id : input.tagId;
  return { tagId, outcome: outcomeOf(tagEnsure, input, answer) };
};

const isPath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, level) => name === other[level]);

/** The tags, including unwritten ones. */
const withUnsavedTags = (
  rows: readonly TagRow[],
  unsaved: readonly InputOf<typeof tagEnsure>[],
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

const bookOf = makeOnce(
  (rows: readonly TagRow[] | undefined, unsaved: readonly InputOf<typeof tagEnsure>[]) =>
    toNameBook(withUnsavedTags(rows ?? [], unsaved), rows !== undefined),
);

/** The existing tags by id, including unwritten ones, without merged or deleted ones. */
export const useTags = (): Codebook => {
  const { data } = useQuery(tagList, {});
  const unsaved = useUnsavedInputs(tagEnsure);
  return bookOf(data, unsaved);
};

/** "China / dual use" */
export const printPath = (path: readonly string[]): string => printNamePath(path);

let last: readonly TagId[] = [];
let recent: readonly TagId[] = [];
const MOST_RECENT = 6;

/** The tags set last in this session that still exist: Enter on an empty tag field takes them. */
export const lastTags = ({ byId }: Pick<Codebook, 'byId'>): readonly TagId[] =>
  last.filter((id) => byId.has(id));

export const rememberTags = (tagIds: readonly TagId[]): void => {
  if (tagIds.length === 0) return;
  last = tagIds;
  recent = [...new Set([...tagIds.toReversed(), ...recent])].slice(0, 2 * MOST_RECENT);
};

/** The suggestions of an empty tag field from `free`: the tags set last in this session, then the most used. */
export const recentTags = (free: readonly TagRow[]): readonly TagRow[] => {
  const placeOf = ({ id }: TagRow): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return free
    .filter(({ id, ownCount }) => ownCount > 0 || recent.includes(id))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || b.ownCount - a.ownCount)
    .slice(0, MOST_RECENT);
};
