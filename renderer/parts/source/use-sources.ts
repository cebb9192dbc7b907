import type { InputOf } from '#domain/contract/any-request.ts';
import { type SourceRow, sourceEnsure, sourceList } from '#domain/contract/source.ts';
import { newSourceIdSchema, type SourceId } from '#domain/ids.ts';
import type { SourcePath } from '#domain/source/parse-source-path.ts';
import { originOfBranch, type SourceKind } from '#domain/source/source.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useUnsavedInputs } from '#renderer/bridge/use-unsaved-inputs.ts';
import { makeOnce, type NameBook, toNameBook } from '../tree/build-name-tree.ts';

export type SourceBook = NameBook<SourceRow>;

/** The source at the end of a path, created with its missing ancestors: it can be set, unless it was refused. */
export const ensureSource = async (
  { name, above }: SourcePath,
  kind: SourceKind,
): Promise<{ readonly sourceId: SourceId; readonly outcome: Outcome }> => {
  const sourceId = newId(newSourceIdSchema);
  const input = { sourceId, name, kind, parentId: null, above: above.map((each) => ({ ...each })) };
  const answer = await act(sourceEnsure, input);
  return {
    sourceId: answer.ok ? answer.value.id : sourceId,
    outcome: outcomeOf(sourceEnsure, input, answer),
  };
};

/** The sources, including unwritten ones. */
const withUnsavedSources = (
  rows: readonly SourceRow[],
  unsaved: readonly InputOf<typeof sourceEnsure>[],
): readonly SourceRow[] => {
  const all = [...rows];
  for (const { sourceId, name, kind, above = [] } of unsaved) {
    if (all.some(({ id }) => id === sourceId)) continue;
    all.push({
      id: sourceId,
      kind,
      name,
      parentId: all.find((row) => row.name === above.at(-1)?.name)?.id ?? null,
      aliases: [],
      mergedIds: [],
      reliability: null,
      passageCount: 0,
      articleCount: 0,
      aboutCount: 0,
      lastUsedAt: null,
    });
  }
  return all;
};

/** A merged source can also be found by its former id. */
const toSourceBook = (rows: readonly SourceRow[], isLoaded: boolean): SourceBook => {
  const { byId, ...book } = toNameBook(rows, isLoaded);
  const merged = rows.flatMap((row) => row.mergedIds.map((id) => [id, row] as const));
  return { ...book, byId: new Map([...merged, ...byId]) };
};

const bookOf = makeOnce(
  (rows: readonly SourceRow[] | undefined, unsaved: readonly InputOf<typeof sourceEnsure>[]) =>
    toSourceBook(withUnsavedSources(rows ?? [], unsaved), rows !== undefined),
);

/**
 * The existing sources, including unwritten ones, without deleted ones; the id of a merged source leads to what it
 * became.
 */
export const useSources = (): SourceBook => {
  const { data } = useQuery(sourceList, {});
  const unsaved = useUnsavedInputs(sourceEnsure);
  return bookOf(data, unsaved);
};

/** The source and its ancestors, up to the root of its branch. */
const branchUp = (byId: SourceBook['byId'], id: SourceId | null): readonly SourceRow[] => {
  const branch = new Set<SourceRow>();
  let row = id === null ? undefined : byId.get(id);
  while (row !== undefined && !branch.has(row)) {
    branch.add(row);
    row = row.parentId === null ? undefined : byId.get(row.parentId);
  }
  return [...branch];
};

/** The names from the source up to the root of its branch: "Consular affairs, State Department". */
export const branchNames = (byId: SourceBook['byId'], id: SourceId | null): readonly string[] =>
  branchUp(byId, id).map(({ name }) => name);

/** The origin of a speaker: the organisation at the root of the branch, else whatever is there. */
export const originOfSpeaker = (byId: SourceBook['byId'], id: SourceId | null): SourceRow | null =>
  originOfBranch(branchUp(byId, id).toReversed());
