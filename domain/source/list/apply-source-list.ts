/**
 * A source list laid over the sources that are here: each line is found by its place, what is missing is made, and what
 * nobody has said here is filled. What both say otherwise stays as it is here, and is told of.
 */
import { equalJson } from '../../equal-json.ts';
import type { SourceId } from '../../ids.ts';
import type { Steps } from '../../steps.ts';
import { foldName } from '../../text/fold-text.ts';
import type { Timestamp } from '../../time.ts';
import { type Reliability, reliabilities, reliabilityTable } from '../../tradecraft/reliability.ts';
import { addAliases, type ChildIndex, createChildIndex, findPath } from '../../tree/child-index.ts';
import { exactName, isSameName } from '../../tree/compare-names.ts';
import { growPath } from '../../tree/ensure-path.ts';
import { joinRows, type LaidRow } from '../../tree/join-rows.ts';
import { parseNamePath, printNamePath } from '../../tree/name-path.ts';
import { namePath } from '../../tree/record-tree.ts';
import { atTop } from '../ensure-source-path.ts';
import { MAX_POSITIONS, type Position, sortPositions } from '../position.ts';
import { setReliability } from '../reliability-over-time.ts';
import {
  descriptorFields,
  type Source,
  type SourceKind,
  type SourceTree,
  sourceKindNames,
  sourceKinds,
} from '../source.ts';
import type { ListedRow, ListedSource, ListRefusal, SourcePart } from './listed-source.ts';
import { createPlacing, type PlacedSource } from './place-listed.ts';
import { readPositionLine } from './position-line.ts';

export type AppliedSourceList = { readonly sources: SourceTree; readonly rows: readonly ListedRow[] };

export type MakeSource = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>) => Source;

type Laying = {
  readonly before: SourceTree;
  readonly index: ChildIndex<Source>;
  /** Paths that have another line below them, and names that the list puts at the top. */
  readonly parents: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
  readonly make: MakeSource;
  readonly at: Timestamp;
};

const keyOf = (names: readonly string[]): string => printNamePath(names.map(exactName));

const plainRow = (row: Pick<ListedRow, 'path' | 'becomes'> & Partial<ListedRow>): ListedRow => ({
  kind: null,
  reliability: null,
  knownAs: null,
  takes: [],
  keeps: [],
  refused: [],
  ...row,
});

const refusedRow = (path: readonly string[], refusal: ListRefusal): LaidRow<ListedRow> => ({
  id: null,
  row: plainRow({ path, becomes: 'refused', refused: [refusal] }),
});

/** What two lines of one source say beside what joinRows joins; the last is what it is in the end. */
const joinListed = (row: ListedRow, more: ListedRow): Partial<ListedRow> => ({
  kind: more.kind,
  reliability: more.reliability ?? row.reliability,
  knownAs: row.knownAs ?? more.knownAs,
  refused: [...row.refused, ...more.refused],
});

/**
 * The kind where the list names none: an organisation at the top, below it a body where it has others below it, else a
 * person.
 */
const impliedKind = ({ parents }: Laying, { names }: PlacedSource): SourceKind => {
  if (names.length === 1) return 'organisation';
  return parents.has(keyOf(names)) ? 'body' : 'person';
};

/** Makes what is missing at `names`, a row for each source that is made. Of no name there is no source. */
const makePath = (
  { index, make }: Laying,
  [top, ...below]: readonly string[],
  kindAt: (level: number) => SourceKind,
): { readonly source: Source | null; readonly rows: readonly LaidRow<ListedRow>[] } => {
  if (top === undefined) return { source: null, rows: [] };
  const { record, added } = growPath(index, [top, ...below], (name, parentId, level) =>
    make({ name, kind: kindAt(level), parentId }),
  );
  const rowFor = ({ id, kind }: Source): LaidRow<ListedRow> => ({
    id,
    row: plainRow({ path: namePath(index.tree, id), becomes: 'new', kind }),
  });
  return { source: record, rows: added.map(rowFor) };
};

/**
 * One that stood here alone at the top is the one that the list puts below another, unless the list has one at the top
 * too.
 */
const standsAlone = (
  { before, index, roots }: Laying,
  { path: { name } }: PlacedSource,
  kind: SourceKind,
  parentId: SourceId,
): Source | null => {
  if (roots.has(exactName(name)) || index.find(null, name) === null) return null;
  const alone = atTop(index.tree, { name, kind }, parentId);
  return alone !== null && before.has(alone.id) ? alone : null;
};

type Ensured = {
  readonly source: Source;
  readonly becomes: 'new' | 'moved' | 'here';
  /** Of what was made above it. */
  readonly rows: readonly LaidRow<ListedRow>[];
};

const ensureListed = (laying: Laying, placed: PlacedSource, kind: SourceKind): Ensured => {
  const { index, make, at } = laying;
  const { above, name } = placed.path;
  const found = findPath(laying.index, placed.names);
  if (found !== null) return { source: found, becomes: 'here', rows: [] };
  const names = above.map((each) => each.name);
  const { source: parent, rows } = makePath(laying, names, (level) => above[level]?.kind ?? kind);
  const alone = parent === null ? null : standsAlone(laying, placed, kind, parent.id);
  const parentId = parent?.id ?? null;
  const source = alone === null ? make({ name, kind, parentId }) : { ...alone, parentId, updatedAt: at };
  index.put(source);
  return { source, becomes: alone === null ? 'new' : 'moved', rows };
};

type SourceIndex = ChildIndex<Source>;

/** Stands in the history of a letter that a list has given. */
const WHY = 'From an imported source list';
/** An alias is a name, and no longer than one. */
const MAX_ALIAS = 200;

type Filled = {
  readonly source: Source;
  readonly takes: readonly SourcePart[];
  readonly keeps: readonly SourcePart[];
  readonly refused: readonly ListRefusal[];
};

const none = { takes: [], keeps: [], refused: [] };

/** The words of a source list for kinds and for the letter of reliability. */

/** A kind by its name or id, in any case, also as "organization"; null for any other word. */
const readKind = (written: string): SourceKind | null => {
  const folded = foldName(written).replace('organization', 'organisation');
  return sourceKinds.find((kind) => kind === folded || foldName(sourceKindNames[kind]) === folded) ?? null;
};

/** Wordings beside those of NATO: US FM 2-22.3, appendix B, says "Reliable" for A and "Cannot be judged" for F. */
const alsoSaid: Readonly<Record<string, Reliability>> = { reliable: 'A', 'cannot be judged': 'F' };

const byWording: ReadonlyMap<string, Reliability> = new Map([
  ...reliabilities.map((letter): [string, Reliability] => [
    foldName(reliabilityTable[letter].wording),
    letter,
  ]),
  ...Object.entries(alsoSaid),
]);

/**
 * The letter of "B", "b", "Usually reliable", or both as in "B – usually reliable" and "B (usually reliable)". Null for
 * any other word, and where letter and words say otherwise.
 */
export const readReliability = (written: string): Reliability | null => {
  const [, first, words = ''] =
    /^(?:([a-f])(?![\p{L}\p{N}]))?[\s:.,;()–—-]*(.*?)[\s.)]*$/iu.exec(written.trim()) ?? [];
  const letter = reliabilities.find((each) => each === first?.toUpperCase()) ?? null;
  if (words === '') return letter;
  const ofWords = byWording.get(foldName(words)) ?? null;
  return letter === null || letter === ofWords ? ofWords : null;
};

const fillReliability = (source: Source, written: string, at: Timestamp): Filled => {
  if (written === '') return { source, ...none };
  const letter = readReliability(written);
  if (letter === null) return { source, ...none, refused: [{ why: 'reliability', said: written }] };
  if (source.reliability === letter) return { source, ...none };
  if (source.reliability !== null) return { source, ...none, keeps: ['reliability'] };
  return { ...none, source: setReliability(source, letter, WHY, at), takes: ['reliability'] };
};

const fillAliases = (index: SourceIndex, source: Source, more: readonly string[]): Filled => {
  const isLong = (alias: string): boolean => alias.length > MAX_ALIAS;
  const short = more.filter((alias) => !isLong(alias));
  const { aliases, taken } = addAliases(index, source, short);
  return {
    source: { ...source, aliases },
    takes: aliases.length > source.aliases.length ? ['aliases'] : [],
    keeps: [],
    refused: [
      ...taken.map((said) => ({ why: 'alias-taken', said }) as const),
      ...more.filter(isLong).map((said) => ({ why: 'alias-long', said }) as const),
    ],
  };
};

const fillDescriptor = (source: Source, said: Source['descriptor']): Filled => {
  const filled = { ...source.descriptor };
  const [takes, keeps]: [SourcePart[], SourcePart[]] = [[], []];
  for (const field of descriptorFields) {
    const [here, there] = [(filled[field] ?? '').trim(), (said[field] ?? '').trim()];
    if (there === '' || there === here) continue;
    (here === '' ? takes : keeps).push(field);
    if (here === '') filled[field] = there;
  }
  return { source: { ...source, descriptor: filled }, takes, keeps, refused: [] };
};

/** `source` with what `listed` says and nobody has said here; as it is where there is nothing to fill. */
const fillSource = (index: SourceIndex, source: Source, listed: ListedSource, at: Timestamp): Filled => {
  const letter = fillReliability(source, listed.reliability, at);
  const names = fillAliases(index, letter.source, listed.aliases);
  const descriptor = fillDescriptor(names.source, listed.descriptor);
  const parts = [letter, names, descriptor];
  const takes = parts.flatMap((part) => part.takes);
  return {
    source: takes.length === 0 ? source : { ...descriptor.source, updatedAt: at },
    takes,
    keeps: parts.flatMap((part) => part.keeps),
    refused: parts.flatMap((part) => part.refused),
  };
};

/** The row of a line whose source is `source` now. */
const rowOf = (
  { index }: Laying,
  { path: { name } }: PlacedSource,
  becomes: Ensured['becomes'],
  { source, takes, keeps, refused }: Filled,
): ListedRow => {
  const filled: readonly SourcePart[] = becomes === 'moved' ? ['place', ...takes] : takes;
  const { kind, reliability } = source;
  return {
    path: namePath(index.tree, source.id),
    becomes: becomes === 'here' && filled.length === 0 ? 'same' : becomes === 'new' ? 'new' : 'changed',
    kind,
    reliability,
    knownAs: isSameName(source.name, name) ? null : name,
    takes: becomes === 'new' ? [] : filled,
    keeps,
    refused,
  };
};

/** Lays a line whose kind is understood, or whose source is here. */
const layKnown = (
  laying: Laying,
  placed: PlacedSource,
  kind: SourceKind | null,
): readonly LaidRow<ListedRow>[] => {
  const { listed } = placed;
  const ensured = ensureListed(laying, placed, kind ?? 'organisation');
  const filled = fillSource(laying.index, ensured.source, listed, laying.at);
  laying.index.put(filled.source);
  const row = rowOf(laying, placed, ensured.becomes, filled);
  const isKept = listed.kind !== '' && kind !== null && kind !== filled.source.kind;
  const said: ListedRow = isKept ? { ...row, keeps: ['kind', ...row.keeps] } : row;
  return [...ensured.rows, { id: filled.source.id, row: said }];
};

const layLine = (laying: Laying, placed: PlacedSource): readonly LaidRow<ListedRow>[] => {
  const { listed, names } = placed;
  const kind = listed.kind === '' ? impliedKind(laying, placed) : readKind(listed.kind);
  if (kind !== null) return layKnown(laying, placed, kind);
  const refusal: ListRefusal = { why: 'kind', said: listed.kind };
  if (findPath(laying.index, names) === null) return [refusedRow(names, refusal)];
  return layKnown(laying, placed, null).map(({ id, row }) => ({
    id,
    row: { ...row, refused: [refusal, ...row.refused] },
  }));
};

const readPosition = (index: ChildIndex<Source>, line: string): Position | null => {
  const written = readPositionLine(line);
  if (written === null) return null;
  const { organisation, ...post } = written;
  if (organisation === '') return { ...post, organisationId: null };
  const found = findPath(index, parseNamePath(organisation));
  return found === null ? null : { ...post, organisationId: found.id };
};

/**
 * `source` with the positions that its line names, where nobody has named any here. All sources of the list are there.
 */
const fillPositions = (
  index: ChildIndex<Source>,
  source: Source,
  lines: readonly string[],
  at: Timestamp,
): Filled => {
  const read = lines.map((line) => ({ line, position: readPosition(index, line) }));
  const positions = sortPositions(read.flatMap(({ position }) => position ?? [])).slice(0, MAX_POSITIONS);
  const refused = read.flatMap(({ line, position }): readonly ListRefusal[] =>
    position === null ? [{ why: 'position', said: line }] : [],
  );
  const none = { source, takes: [], keeps: [], refused };
  if (positions.length === 0 || equalJson(positions, source.positions)) return none;
  if (source.positions.length > 0) return { ...none, keeps: ['positions'] };
  return { ...none, source: { ...source, positions, updatedAt: at }, takes: ['positions'] };
};

/** What the positions of a line make of its source, when every source of the list is there. */
const layPositions = (
  { index, at }: Laying,
  { positions }: ListedSource,
  laid: LaidRow<ListedRow> | undefined,
): readonly LaidRow<ListedRow>[] => {
  const source = laid === undefined || laid.id === null ? undefined : index.tree.get(laid.id);
  if (laid === undefined || source === undefined || positions.length === 0) return [];
  const { source: filled, takes, keeps, refused } = fillPositions(index, source, positions, at);
  index.put(filled);
  const becomes = takes.length > 0 ? 'changed' : 'same';
  return [{ id: source.id, row: { ...laid.row, becomes, takes, keeps, refused } }];
};

/**
 * A list over `sources`, a line a step; the rows, one a source, are in the order of the list. `make` makes a source of
 * which nothing is said yet.
 */
export function* applySourceList(
  sources: SourceTree,
  list: readonly ListedSource[],
  make: MakeSource,
  at: Timestamp,
): Steps<AppliedSourceList> {
  const place = createPlacing(list, sources);
  const lines = list.map((listed, index) => ({ index, placed: place(listed) }));
  const placed = lines.flatMap(({ index, placed: each }) => ('refusal' in each ? [] : [{ index, each }]));
  const laying: Laying = {
    before: sources,
    index: createChildIndex(sources),
    parents: new Set(placed.map(({ each }) => keyOf(each.names.slice(0, -1)))),
    roots: new Set(
      placed.flatMap(({ each: { names, path } }) => (names.length === 1 ? [exactName(path.name)] : [])),
    ),
    make,
    at,
  };
  const rows = new Map<number, readonly LaidRow<ListedRow>[]>();
  for (const { index, placed: each } of lines)
    if ('refusal' in each) rows.set(index, [refusedRow(each.names, each.refusal)]);
  // A source before those below it, so that its own line says what it is.
  for (const { index, each } of placed.toSorted((a, b) => a.each.names.length - b.each.names.length)) {
    yield;
    rows.set(index, layLine(laying, each));
  }
  const inOrder = list.flatMap((listed, index) => {
    const laid = rows.get(index) ?? [];
    return [...laid, ...layPositions(laying, listed, laid.at(-1))];
  });
  return { sources: laying.index.tree, rows: joinRows(inOrder, joinListed) };
}
