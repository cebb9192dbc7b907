import type { SourceId } from '../ids.ts';
import { indexTree, resolveRecord, type Tree } from '../tree/record-tree.ts';
import type { Source } from './source.ts';

/** Every source by its id, tombstones and redirects included. */
export type SourceTree = Tree<Source>;

/** The tree of `sources`. */
export const indexSources = (sources: readonly Source[]): SourceTree => indexTree(sources);

/** The source that `id` stands for today: redirects of merges followed, null where it was deleted or never was. */
export const resolveSource = (sources: SourceTree, id: SourceId | null): Source | null =>
  resolveRecord(sources, id);
