import { useMemo } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useUnsavedInputs } from '#renderer/bridge/use-unsaved-inputs.ts';
import { withUnsavedTags } from './ensure-tag.ts';

export type Codebook = {
  readonly rows: readonly TagRow[];
  readonly byId: ReadonlyMap<TagId, TagRow>;
  readonly isLoaded: boolean;
};

/** The tags that there are, by id, with those that could not be written yet. A merged or deleted one is not among them. */
export const useTags = (): Codebook => {
  const { data } = useQuery('tag:list', {});
  const unsaved = useUnsavedInputs('tag:ensure');
  return useMemo(() => {
    const rows = withUnsavedTags(data ?? [], unsaved);
    return { rows, byId: new Map(rows.map((row) => [row.id, row])), isLoaded: data !== undefined };
  }, [data, unsaved]);
};

/** "China / dual use" */
export const printPath = (path: readonly string[]): string => printNamePath(path);
