import { useMemo } from 'react';
import type { TagRow } from '#domain/contract/rows.ts';
import type { TagId } from '#domain/ids.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

export type Codebook = {
  readonly rows: readonly TagRow[];
  readonly byId: ReadonlyMap<TagId, TagRow>;
  readonly isLoaded: boolean;
};

const noRows: readonly TagRow[] = [];

/** The tags that there are, by id. A merged or deleted one is not among them. */
export const useTags = (): Codebook => {
  const { data } = useQuery('tag:list', {});
  const rows = data ?? noRows;
  return useMemo(
    () => ({ rows, byId: new Map(rows.map((row) => [row.id, row])), isLoaded: data !== undefined }),
    [rows, data],
  );
};

/** "China / dual use" */
export const printPath = (path: readonly string[]): string => printNamePath(path);
