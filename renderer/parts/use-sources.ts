import { useMemo } from 'react';
import type { SourceRow } from '#domain/contract/rows.ts';
import type { SourceId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

export type SourceBook = {
  readonly rows: readonly SourceRow[];
  readonly byId: ReadonlyMap<SourceId, SourceRow>;
  readonly isLoaded: boolean;
};

const noRows: readonly SourceRow[] = [];

/** The sources that there are, by id. A merged or deleted one is not among them. */
export const useSources = (): SourceBook => {
  const { data } = useQuery('source:list', {});
  const rows = data ?? noRows;
  return useMemo(
    () => ({ rows, byId: new Map(rows.map((row) => [row.id, row])), isLoaded: data !== undefined }),
    [rows, data],
  );
};

/** The names from the source up to the top of its branch: "Consular affairs, State Department". */
export const branchNames = (byId: SourceBook['byId'], id: SourceId | null): readonly string[] => {
  const names: string[] = [];
  const seen = new Set<SourceId>();
  let row = id === null ? undefined : byId.get(id);
  while (row !== undefined && !seen.has(row.id)) {
    names.push(row.name);
    seen.add(row.id);
    row = row.parentId === null ? undefined : byId.get(row.parentId);
  }
  return names;
};
