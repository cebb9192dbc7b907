import { useMemo } from 'react';
import type { SourceRow } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import { originOfBranch } from '#domain/source/origin-of.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useUnsavedInputs } from '#renderer/bridge/use-unsaved-inputs.ts';
import { type NameBook, toNameBook } from '../tree/name-book.ts';
import { withUnsavedSources } from './ensure-source.ts';

export type SourceBook = NameBook<SourceRow>;

/** The sources that there are, by id, with those that could not be written yet. A merged or deleted one is not among them. */
export const useSources = (): SourceBook => {
  const { data } = useQuery('source:list', {});
  const unsaved = useUnsavedInputs('source:ensure');
  return useMemo(
    () => toNameBook(withUnsavedSources(data ?? [], unsaved), data !== undefined),
    [data, unsaved],
  );
};

/** The source and what it stands below, up to the top of its branch. */
const branchUp = (byId: SourceBook['byId'], id: SourceId | null): readonly SourceRow[] => {
  const branch = new Set<SourceRow>();
  let row = id === null ? undefined : byId.get(id);
  while (row !== undefined && !branch.has(row)) {
    branch.add(row);
    row = row.parentId === null ? undefined : byId.get(row.parentId);
  }
  return [...branch];
};

/** The names from the source up to the top of its branch: "Consular affairs, State Department". */
export const branchNames = (byId: SourceBook['byId'], id: SourceId | null): readonly string[] =>
  branchUp(byId, id).map(({ name }) => name);

/** Of what origin a speaker is: the organisation at the top of his branch, else whoever stands there. */
export const originOfSpeaker = (byId: SourceBook['byId'], id: SourceId | null): SourceRow | null =>
  originOfBranch(branchUp(byId, id).toReversed());
