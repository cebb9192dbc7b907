/**
 * Where the sources of a list stand: a line names its parent by a path, by another line, or by a source that is here.
 */
import { exactName, isSameName } from '../../tree/compare-names.ts';
import { parseNamePath, printNamePath } from '../../tree/name-path.ts';
import { isLive, namePath, resolveRecord } from '../../tree/record-tree.ts';
import { MAX_LEVELS, parseSourcePath, type SourcePath } from '../parse-source-path.ts';
import type { Source, SourceTree } from '../source.ts';
import type { ListedSource, ListRefusal } from './listed-source.ts';

export type PlacedSource = {
  readonly listed: ListedSource;
  readonly names: readonly string[];
  readonly path: SourcePath;
};
export type Unplaced = { readonly names: readonly string[]; readonly refusal: ListRefusal };

type Names = readonly string[];
type Found = { readonly names: Names } | { readonly refusal: ListRefusal };

type Placing = {
  readonly sources: SourceTree;
  /** The live sources that are here, by each of their names. */
  readonly here: ReadonlyMap<string, readonly Source[]>;
  /** The lines without a path, by their name. */
  readonly byName: ReadonlyMap<string, readonly ListedSource[]>;
};

const refused = (why: ListRefusal['why'], said: string): Found => ({ refusal: { why, said } });

/**
 * The one source that is here under a name alone, one at the top before any other; that name at the top where there is
 * none.
 */
const nameHere = ({ sources, here }: Placing, name: string): Found => {
  const all = here.get(exactName(name)) ?? [];
  const [found, other] = all.filter(({ parentId }) => resolveRecord(sources, parentId) === null).concat(all);
  if (found === undefined) return { names: [name] };
  const isOne = other === undefined || other === found || resolveRecord(sources, found.parentId) === null;
  return isOne ? { names: namePath(sources, found.id) } : refused('ambiguous', name);
};

const isElsewhere =
  (line: ListedSource) =>
  ({ parent }: ListedSource): boolean =>
    !isSameName(parent, line.parent);

/** The place of a parent: a path as it is, a name as another line places it, else as it is here. */
const parentNames = (placing: Placing, typed: string, asking: readonly ListedSource[]): Found => {
  const names = parseNamePath(typed);
  const [name = ''] = names;
  if (names.length > 1) return { names };
  const lines = placing.byName.get(exactName(name)) ?? [];
  const [line] = lines;
  if (line === undefined) return nameHere(placing, name);
  return lines.some(isElsewhere(line)) ? refused('ambiguous', typed) : namesOf(placing, line, asking);
};

/** `asking` are the lines whose place depends on this one. */
function namesOf(placing: Placing, listed: ListedSource, asking: readonly ListedSource[]): Found {
  const { path, name, parent } = listed;
  if (path !== null) return { names: parseNamePath(path) };
  if (asking.includes(listed)) return refused('cycle', name);
  if (asking.length > MAX_LEVELS) return refused('name', name);
  if (parent === '') return nameHere(placing, name);
  const above = parentNames(placing, parent, [...asking, listed]);
  return 'refusal' in above ? above : { names: [...above.names, name] };
}

/** Adds to what stands under `name`. */
const addUnder = <T>(byName: Map<string, T[]>, name: string, value: T): void => {
  const all = byName.get(name);
  if (all === undefined) byName.set(name, [value]);
  else all.push(value);
};

const liveByName = (sources: SourceTree): ReadonlyMap<string, readonly Source[]> => {
  const here = new Map<string, Source[]>();
  for (const source of [...sources.values()].filter(isLive)) {
    for (const name of new Set([source.name, ...source.aliases].map(exactName))) addUnder(here, name, source);
  }
  return here;
};

/** Finds the place of each line of `list`. */
export const createPlacing = (list: readonly ListedSource[], sources: SourceTree) => {
  const byName = new Map<string, ListedSource[]>();
  for (const listed of list.filter(({ path }) => path === null))
    addUnder(byName, exactName(listed.name), listed);
  const here = liveByName(sources);
  return (listed: ListedSource): PlacedSource | Unplaced => {
    const found = namesOf({ sources, byName, here }, listed, []);
    const said = listed.path ?? listed.name;
    if ('refusal' in found) return { names: [said], refusal: found.refusal };
    const path = parseSourcePath(printNamePath(found.names));
    if (path === null) return { names: found.names, refusal: { why: 'name', said } };
    return { listed, names: found.names, path };
  };
};
