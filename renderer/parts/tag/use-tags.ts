import { useMemo } from 'react';
import type { TagRow } from '#domain/contract/tag.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useUnsavedInputs } from '#renderer/bridge/use-unsaved-inputs.ts';
import { type NameBook, toNameBook } from '../tree/name-book.ts';
import { withUnsavedTags } from './ensure-tag.ts';

export type Codebook = NameBook<TagRow>;

/** The tags that there are, by id, with those that could not be written yet. A merged or deleted one is not among them. */
export const useTags = (): Codebook => {
  const { data } = useQuery('tag:list', {});
  const unsaved = useUnsavedInputs('tag:ensure');
  return useMemo(() => toNameBook(withUnsavedTags(data ?? [], unsaved), data !== undefined), [data, unsaved]);
};

/** "China / dual use" */
export const printPath = (path: readonly string[]): string => printNamePath(path);
