import { isSameName } from '../tree/compare-names.ts';
import { isLive, isNamed, isNearlyNamed, resolveRecord } from '../tree/record-tree.ts';
import type { Source, SourceTree } from './source.ts';

type Asked = Pick<Source, 'name' | 'kind' | 'parentId'>;

/** How well `source` answers to what is asked; the highest is taken. */
const fitOf = (source: Source, asked: Pick<Source, 'name' | 'kind'>): number =>
  (source.kind === asked.kind ? 4 : 0) +
  (source.parentId === null ? 2 : 0) +
  (isSameName(source.name, asked.name) ? 1 : 0);

/** With a parent only what stands directly below it is asked for; without one, any source. */
const hereTest = (sources: SourceTree, { parentId }: Asked): ((source: Source) => boolean) => {
  const parent = resolveRecord(sources, parentId);
  return (source) => parentId === null || resolveRecord(sources, source.parentId) === parent;
};

const mergedSourceNamed = (sources: SourceTree, name: string, isHere: (source: Source) => boolean) => {
  const redirect = [...sources.values()].find(
    (source) => source.mergedInto !== null && isHere(source) && isSameName(source.name, name),
  );
  return redirect === undefined ? null : resolveRecord(sources, redirect.id);
};

/**
 * The source that is known under `name` as it is written (see isSameName): by name, by alias, or by the name of one that was merged
 * into it. See hereTest for where it is looked for; one of the same kind comes before another, a root before a branch. Null where there is none.
 */
export const findSource = (sources: SourceTree, asked: Asked): Source | null => {
  const isHere = hereTest(sources, asked);
  const [best] = [...sources.values()]
    .filter((source) => isLive(source) && isHere(source) && isNamed(source, asked.name))
    .sort((a, b) => fitOf(b, asked) - fitOf(a, asked));
  return best ?? mergedSourceNamed(sources, asked.name, isHere);
};

/** The live sources that are not what is asked for, but whose name may be meant: see isNearName. */
export const nearSources = (sources: SourceTree, asked: Asked): readonly Source[] => {
  const isHere = hereTest(sources, asked);
  return [...sources.values()].filter(
    (source) => isLive(source) && isHere(source) && isNearlyNamed(source, asked.name),
  );
};
