/**
 * Plans the merge of an archive from two sides: three trees of one Git merge, or two folders. Folders of articles
 * and memos are followed by their ids, not by their paths: one side may have moved to the trash what the other has
 * worked on. Nothing is read here; contents are merged by mergeFile.
 */
import type { RecordFolder } from '../changes.ts';
import type { FileKind } from '../files.ts';
import { type ArchivePath, type FolderPlace, pathInFolder, readArchivePath } from './archive-path.ts';

/** The files of a tree: an opaque name of the bytes of each, by its path. */
export type Tree = ReadonlyMap<string, string>;
/** The base is null where the sides have none in common. */
export type Trees = { readonly base: Tree | null; readonly ours: Tree; readonly theirs: Tree };
export type TreeSide = keyof Trees;

/** The bytes that each side has of one file, at whatever path; absent where a side has none. */
export type Versions = { readonly [S in TreeSide]?: string };

export type PlannedFile = {
  /** Where it will stand. */
  readonly path: string;
  readonly kind: FileKind | null;
  readonly versions: Versions;
  /** The bytes to take as they are; null where the two versions have to be merged. */
  readonly take: string | null;
  /** Whether both sides have different bytes that cannot be merged: one of them is chosen. */
  readonly isContested: boolean;
};

/** A folder that one side has moved to the trash, or out of it, while the other has worked on it. */
export type FolderConflict = {
  readonly folder: RecordFolder;
  /** Where it was or is; null: nowhere, because it was deleted for good, or did not exist yet. */
  readonly places: { readonly [S in TreeSide]: FolderPlace | null };
  readonly kept: FolderPlace;
};

export type MergePlan = {
  readonly files: readonly PlannedFile[];
  readonly conflicts: readonly FolderConflict[];
  /** Folders that one side has deleted for good and the other has left as they were. */
  readonly removed: readonly { readonly id: string; readonly by: 'ours' | 'theirs' }[];
};

/**
 * The plan for `trees`. A folder is where the side that moved it has put it. Where the other side has changed
 * anything in it meanwhile, it stays out of the trash, and is listed. `held` are ids of folders that are not
 * deleted for good, because something refers to them.
 */
export const planMerge = (trees: Trees, held: ReadonlySet<string>): MergePlan => {
  const { root, folders } = sortFiles(trees);
  const all = [...folders.values()].map((folder) => ({
    ...folder,
    ...placeFolder(folder, held.has(folder.folder.id)),
  }));
  return {
    files: [...[...root.values()].flatMap(planFile), ...all.flatMap(planFolder)],
    conflicts: all.flatMap(({ folder, places, place, isContested }) =>
      isContested && place !== null ? [{ folder, places, kept: place }] : [],
    ),
    removed: all.filter(({ place }) => place === null).flatMap(whoRemoved),
  };
};

const planFolder = ({ folder, files, place }: Folder & Placed): readonly PlannedFile[] =>
  place === null
    ? []
    : [...files]
        .filter(([name]) => name !== 'deleted.json' || place === 'trash')
        .flatMap(([name, file]) => planFile({ ...file, path: pathInFolder(folder, place, name) }));

const whoRemoved = ({ folder: { id }, places }: Folder): MergePlan['removed'] => {
  if (places.ours !== null) return [{ id, by: 'theirs' }];
  return places.theirs === null ? [] : [{ id, by: 'ours' }];
};

type File = { readonly path: string; readonly kind: FileKind | null; readonly versions: Versions };
type Folder = {
  readonly folder: RecordFolder;
  readonly places: { [S in TreeSide]: FolderPlace | null };
  /** By their names within the folder. */
  readonly files: Map<string, File>;
  readonly hasBase: boolean;
};
type Sorted = { readonly root: Map<string, File>; readonly folders: Map<string, Folder> };

const sides = ['base', 'ours', 'theirs'] as const;

const sortFiles = (trees: Trees): Sorted => {
  const sorted: Sorted = { root: new Map(), folders: new Map() };
  for (const side of sides) {
    for (const [path, blob] of trees[side] ?? []) {
      const at = readArchivePath(path);
      if (at?.in === 'root') addVersion(sorted.root, path, { path, kind: at.kind }, side, blob);
      if (at?.in === 'folder') addToFolder(sorted.folders, at, { side, blob, hasBase: trees.base !== null });
    }
  }
  return sorted;
};

const addVersion = (
  files: Map<string, File>,
  name: string,
  file: Omit<File, 'versions'>,
  side: TreeSide,
  blob: string,
): void => {
  files.set(name, { ...file, versions: { ...files.get(name)?.versions, [side]: blob } });
};

type Found = { readonly side: TreeSide; readonly blob: string; readonly hasBase: boolean };

const addToFolder = (
  folders: Map<string, Folder>,
  { folder, place, name, kind }: Extract<ArchivePath, { in: 'folder' }>,
  { side, blob, hasBase }: Found,
): void => {
  const known = folders.get(folder.id) ?? {
    folder,
    places: { base: null, ours: null, theirs: null },
    files: new Map<string, File>(),
    hasBase,
  };
  folders.set(folder.id, known);
  // A folder in both places, half moved by another program, counts as not deleted.
  if (known.places[side] !== 'archive') known.places[side] = place;
  else if (place === 'trash') return;
  addVersion(known.files, name, { path: name, kind }, side, blob);
};

type Placed = { readonly place: FolderPlace | null; readonly isContested: boolean };

const placeFolder = (folder: Folder, isHeld: boolean): Placed => {
  const { base, ours, theirs } = folder.places;
  const settled = (place: FolderPlace | null): Placed => ({ place, isContested: false });
  if (ours === theirs) return settled(ours);
  if (base === null) return placeWithoutBase(folder);
  if (ours === base) return move(folder, ours, theirs, 'ours', isHeld);
  if (theirs === base) return move(folder, theirs, ours, 'theirs', isHeld);
  // One side has deleted it for good. If the other put it into the trash, it stays there; if the other has it in
  // the archive, it stays and is listed.
  const left = ours ?? theirs;
  return { place: left, isContested: left === 'archive' };
};

/** Only one has it, or nothing is known of where it was before. */
const placeWithoutBase = ({ places, hasBase }: Folder): Placed => {
  if (places.ours === null || places.theirs === null)
    return { place: places.ours ?? places.theirs, isContested: false };
  return { place: 'archive', isContested: !hasBase || places.ours !== places.theirs };
};

/** One side has left it at `from` and the other has moved it to `to`. */
const move = (
  folder: Folder,
  from: FolderPlace | null,
  to: FolderPlace | null,
  stayed: 'ours' | 'theirs',
  isHeld: boolean,
): Placed => {
  if (to === 'archive') return { place: to, isContested: false };
  const isChanged = [...folder.files].some(
    ([name, { versions }]) => name !== 'deleted.json' && versions[stayed] !== versions.base,
  );
  if (isChanged) return { place: from, isContested: true };
  return { place: to ?? (isHeld ? from : null), isContested: false };
};

/** No file is deleted for good except with its folder: a file that one side lacks is taken from the other. */
const planFile = ({ path, kind, versions }: File): readonly PlannedFile[] => {
  const { base, ours, theirs } = versions;
  const planned = { path, kind, versions };
  const take = (blob: string, isContested = false) => [{ ...planned, take: blob, isContested }];
  if (ours === undefined || theirs === undefined) {
    const left = ours ?? theirs;
    return left === undefined ? [] : take(left);
  }
  if (ours === theirs) return take(ours);
  if (kind !== null) return [{ ...planned, take: null, isContested: false }];
  if (isSealedName(path)) return take(base ?? ours, true);
  if (ours === base) return take(theirs);
  return take(ours, theirs !== base);
};

/** An original, or a picture of an article or a memo: written once. */
const isSealedName = (path: string): boolean => /\/(original\.[^/]+|media\/.+)$/u.test(path);
