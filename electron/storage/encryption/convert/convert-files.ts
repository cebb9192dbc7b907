/**
 * Brings every file of an archive that nobody has open to the other side, one after the other, each under its own name:
 *
 *   1. the bytes that are to stand there are made, and turned back: they have to give what was read
 *   2. they are written beside the file and to the disk, and renamed over it
 *
 * Killed at any moment, each file is as it was or as it is to be, and whole: which of them, its first bytes say. What is begun
 * is gone on with by doing it again. No version before is kept: it would be what was to go.
 */
import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootKinds } from '#domain/archive/root-files.ts';
import { type Fingerprint, fingerprintOf, seemsSameState } from '../../file/fingerprint.ts';
import { isMissing, systemError } from '../../file/system-error.ts';
import { syncFolder, writeDurably } from '../../file/write/write-atomically.ts';
import { ARCHIVE_FILE, archiveFolders } from '../../folder/layout.ts';
import { type FileCodec, hasAgeHeader } from '../file-codec.ts';

export type ConversionWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

export type FilesConversion = {
  readonly root: string;
  /** Of the archive's identity; it takes nothing in the clear. */
  readonly codec: FileCodec;
  readonly to: 'encrypted' | 'clear';
  readonly watch: ConversionWatch;
};

/** The conversion was cancelled: some files are converted. */
export class ConversionCancelled extends Error {}

/** Files may come while it goes on, from a sync: it is walked again until a walk finds nothing to do. */
const MOST_WALKS = 10;
/** Several wait for the disk at once. */
const FOLDERS_AT_ONCE = 6;
const UNFINISHED = '.tmp-converting';

/** Answers the files that no key opens: damaged before, and left as they are. */
export const convertFiles = async (conversion: FilesConversion): Promise<readonly string[]> => {
  const done = new Map<string, Fingerprint>();
  const unopened = new Set<string>();
  for (let walk = 1; walk <= MOST_WALKS; walk++) {
    const files = filesToConvert(conversion.root);
    const open = files.filter((path) => !isDone(conversion.root, path, done));
    if (open.length === 0) return [...unopened].sort();
    await convertAll(conversion, open, { done, unopened, total: files.length });
  }
  throw systemError('EBUSY', 'Files of the archive change all the time.');
};

const isDone = (root: string, path: string, done: ReadonlyMap<string, Fingerprint>): boolean => {
  const known = done.get(path);
  return known !== undefined && seemsSameState(known, fingerprintOf(join(root, path)));
};

type Progress = {
  readonly done: Map<string, Fingerprint>;
  readonly unopened: Set<string>;
  readonly total: number;
};

const convertAll = async (
  conversion: FilesConversion,
  paths: readonly string[],
  progress: Progress,
): Promise<void> => {
  const folders = [...byFolder(paths)];
  const convertNext = async (): Promise<void> => {
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      const [folder, files] = next;
      for (const path of files) await convertOne(conversion, path, progress);
      await syncFolder(join(conversion.root, folder));
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: FOLDERS_AT_ONCE }, convertNext));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};

const byFolder = (paths: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const inFolder = folders.get(dirname(path));
    if (inFolder === undefined) folders.set(dirname(path), [path]);
    else inFolder.push(path);
  }
  return folders;
};

/** What another program changes or removes meanwhile is left to the next walk. */
const convertOne = async (
  { root, codec, to, watch }: FilesConversion,
  path: string,
  { done, unopened, total }: Progress,
): Promise<void> => {
  if (watch.signal.aborted) throw new ConversionCancelled();
  const absolute = join(root, path);
  const stands = fingerprintOf(absolute);
  const before = await readFile(absolute).catch(nullIfMissing);
  if (before === null) return;
  const after = await convertedBytes(codec, to, before);
  if (after === 'unopened') unopened.add(path);
  else if (after !== 'as-it-is' && !(await replaceFile(absolute, after, stands))) return;
  done.set(path, fingerprintOf(absolute));
  watch.onProgress(done.size, total);
};

const convertedBytes = async (
  codec: FileCodec,
  to: FilesConversion['to'],
  before: Buffer,
): Promise<Uint8Array | 'as-it-is' | 'unopened'> => {
  const decoded = hasAgeHeader(before) ? await codec.decode(before) : null;
  if (to === 'clear') {
    if (decoded === null) return 'as-it-is';
    return decoded.found === 'bytes' ? decoded.bytes : 'unopened';
  }
  // An age file of somebody else's is encrypted like any other.
  if (decoded?.found === 'bytes') return 'as-it-is';
  const after = await codec.encode(before);
  const back = await codec.decode(after);
  if (back.found === 'bytes' && before.equals(back.bytes)) return after;
  throw new Error('What was encrypted does not decrypt to what it was.');
};

const nullIfMissing = (cause: unknown): null => {
  if (isMissing(cause)) return null;
  throw cause;
};

/** Answers whether the file was still the one that was read. */
const replaceFile = async (path: string, bytes: Uint8Array, stands: Fingerprint): Promise<boolean> => {
  const temporary = `${path}${UNFINISHED}`;
  try {
    await writeDurably(temporary, bytes, lstatSync(path).mode & 0o777);
    if (!seemsSameState(stands, fingerprintOf(path))) return false;
    renameSync(temporary, path);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
};

const rootNames = rootKinds.join('|');
/** At the root what is Precis's own, with what was kept of it: a person may keep other things there. */
const rootFile = new RegExp(
  `^(?:${rootNames})\\.json(?:\\.bak|\\.corrupt-.+)?$|^(?:${rootNames})(?:\\.sync-conflict-| \\().+\\.json$`,
  'u',
);

/** Every regular file whose content is the archive's. What a kill has left unfinished goes. */
const filesToConvert = (root: string): readonly string[] => {
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  for (const name of names)
    if (name.endsWith(UNFINISHED) && rootFile.test(name.slice(0, -UNFINISHED.length)))
      rmSync(join(root, name), { force: true });
  const atRoot = names.filter((name) => rootFile.test(name));
  return [...atRoot, ...archiveFolders.flatMap((folder) => filesBelow(root, folder))];
};

const filesBelow = (root: string, folder: string): readonly string[] =>
  listFolder(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    if (!entry.isFile()) return [];
    if (!entry.name.endsWith(UNFINISHED)) return [path];
    rmSync(join(root, path), { force: true });
    return [];
  });

const listFolder = (path: string) =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(path, { withFileTypes: true })
    : [];

/** The first link among the files and folders of the archive, null where there is none. */
export const findLink = (root: string): string | null => {
  const names = readdirSync(root, { withFileTypes: true });
  const atRoot = names.find(
    (entry) =>
      entry.isSymbolicLink() &&
      (rootFile.test(entry.name) ||
        archiveFolders.some((folder) => folder === entry.name) ||
        entry.name === ARCHIVE_FILE),
  );
  if (atRoot !== undefined) return atRoot.name;
  return archiveFolders.map((folder) => linkBelow(root, folder)).find((link) => link !== null) ?? null;
};

const linkBelow = (root: string, folder: string): string | null => {
  for (const entry of listFolder(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) return path;
    const below = entry.isDirectory() ? linkBelow(root, path) : null;
    if (below !== null) return below;
  }
  return null;
};
