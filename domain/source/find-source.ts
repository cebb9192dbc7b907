import { foldName } from '../search/fold-text.ts';
import { isLive, isNamed } from '../tree/record-tree.ts';
import type { Source } from './source.ts';
import { resolveSource, type SourceTree } from './source-tree.ts';

/** How well `source` answers to what is asked; the highest is taken. */
const fitOf = (source: Source, asked: Pick<Source, 'name' | 'kind'>): number =>
  (source.kind === asked.kind ? 4 : 0) +
  (source.parentId === null ? 2 : 0) +
  (foldName(source.name) === foldName(asked.name) ? 1 : 0);

const mergedSourceNamed = (sources: SourceTree, name: string, isHere: (source: Source) => boolean) => {
  const redirect = [...sources.values()].find(
    (source) => source.mergedInto !== null && isHere(source) && foldName(source.name) === foldName(name),
  );
  return redirect === undefined ? null : resolveSource(sources, redirect.id);
};

/**
 * The source that is known under `name`, compared folded: by name, by alias, or by the name of one that was merged
 * into it. With a parent only what stands directly below it is asked for; without one, any source of that name, of
 * the same kind before another, a root before a branch. Null where there is none.
 */
export const findSource = (
  sources: SourceTree,
  asked: Pick<Source, 'name' | 'kind' | 'parentId'>,
): Source | null => {
  const parent = resolveSource(sources, asked.parentId);
  const isHere = (source: Source): boolean =>
    asked.parentId === null || resolveSource(sources, source.parentId) === parent;
  const [best] = [...sources.values()]
    .filter((source) => isLive(source) && isHere(source) && isNamed(source, asked.name))
    .sort((a, b) => fitOf(b, asked) - fitOf(a, asked));
  return best ?? mergedSourceNamed(sources, asked.name, isHere);
};
