/**
 * Converts every file of an archive that nobody has open, one after another, each under its own name:
 *
 *  1. its content is read, and the hash of it is written into the record of the conversion
 *  2. the new bytes are computed and converted back, which has to give what was read
 *  3. they are written to a file beside it, flushed to the disk, and renamed over it
 *
 * If the process is killed, each file is either in its old or in its new form, and complete; its first bytes show
 * which. An interrupted conversion is continued by running it again. No earlier version is kept, because it would be in
 * the form that is to be removed.
 */
import { lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CopyPlace, placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import { rootKinds } from '#domain/archive/root-files.ts';
import type { Sha256 } from '#domain/ids.ts';
import { type Fingerprint, fingerprintOf, seemsSameState } from '../../file/fingerprint.ts';
import { isMissing, systemError } from '../../file/system-error.ts';
import { syncFolder, writeDurably } from '../../file/write/write-atomically.ts';
import { ARCHIVE_FILE, archiveFolders } from '../../folder/layout.ts';
import { hashBytes } from '../../hash-text.ts';
import { type Decoded, type FileCodec, hasAgeHeader } from '../file-codec.ts';
import type { Side } from './conversion-record.ts';

export type ConversionWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** What is accepted besides what the key authenticates. */
export type Admission =
  /** All files: a person encrypts an unencrypted archive. */
  | 'everything'
  /** Unencrypted files, at a person's request; a file that no key opens counts as damaged. */
  | 'clear-files'
  /** Only files whose hash is in the record of the conversion. */
  | 'nothing';

export type FilesConversion = {
  readonly root: string;
  /** The codec of the archive's identity; it accepts nothing unencrypted. */
  readonly codec: FileCodec;
  readonly to: Side;
  readonly admits: Admission;
  /** The hash of each file's plain content; those of accepted files are added. */
  readonly known: Map<string, Sha256>;
  /** Writes the known hashes to the record, before a file is converted on their basis. */
  readonly keep: () => Promise<void>;
  readonly watch: ConversionWatch;
};

/** The number of files converted, and the files that were left as they were. */
export type ConvertedFiles = {
  /** Files that no key opens, which were damaged before. */
  readonly unopened: readonly string[];
  /** Unencrypted files that nothing authenticates. */
  readonly unproven: readonly string[];
  readonly converted: number;
};

/** The conversion was cancelled after some files were converted. */
export class ConversionCancelled extends Error {}

/** A sync may add files meanwhile: the archive is walked again until a walk finds nothing to do. */
const MOST_WALKS = 10;
/** The number of folders processed concurrently, because most of the time is spent waiting for the disk. */
const FOLDERS_AT_ONCE = 6;
const UNFINISHED = '.tmp-converting';

export const convertFiles = async (conversion: FilesConversion): Promise<ConvertedFiles> => {
  const progress: Progress = {
    done: new Map(),
    unopened: new Set(),
    unproven: new Set(),
    isFirstWalk: true,
    read: 0,
    converted: 0,
    total: 0,
  };
  clearUnfinished(conversion.root);
  for (let walk = 1; walk <= MOST_WALKS; walk++) {
    const files = filesToConvert(conversion.root);
    const open = files.filter((path) => !isDone(conversion.root, path, progress.done));
    if (open.length === 0) return resultOf(progress);
    progress.isFirstWalk = walk === 1;
    await admitFiles(conversion, open, progress);
    progress.total = progress.read + files.length;
    await inFolders(conversion, open, (path) => convertOne(conversion, path, progress));
  }
  throw systemError('EBUSY', 'Files of the archive change all the time.');
};

const resultOf = ({ unopened, unproven, converted }: Progress): ConvertedFiles => ({
  unopened: [...unopened].sort(),
  unproven: [...unproven].sort(),
  converted,
});

const isDone = (root: string, path: string, done: ReadonlyMap<string, Fingerprint>): boolean => {
  const known = done.get(path);
  return known !== undefined && seemsSameState(known, fingerprintOf(join(root, path)));
};

type Progress = {
  readonly done: Map<string, Fingerprint>;
  readonly unopened: Set<string>;
  readonly unproven: Set<string>;
  isFirstWalk: boolean;
  read: number;
  converted: number;
  total: number;
};

/** Reads the files that are not known yet and records their hashes, before anything is changed. */
const admitFiles = async (
  conversion: FilesConversion,
  open: readonly string[],
  progress: Progress,
): Promise<void> => {
  const { root, known, watch } = conversion;
  // A file with a known hash that is still not converted has changed meanwhile.
  const unknown = open.filter((path) => !progress.isFirstWalk || !known.has(path));
  const total = progress.read + 2 * unknown.length;
  let admitted = 0;
  await inFolders({ root }, unknown, async (path) => {
    if (watch.signal.aborted) throw new ConversionCancelled();
    const sha256 = await admittedHash(conversion, path);
    if (sha256 !== null && known.get(path) !== sha256) {
      known.set(path, sha256);
      admitted += 1;
    }
    watch.onProgress(++progress.read, total);
  });
  if (admitted > 0 || progress.isFirstWalk) await conversion.keep();
};

/** The content hash of a file, if it may be accepted. */
const admittedHash = async (conversion: FilesConversion, path: string): Promise<Sha256 | null> => {
  const { root, codec } = conversion;
  const bytes = await readFile(join(root, path)).catch(nullIfMissing);
  if (bytes === null) return null;
  const decoded = hasAgeHeader(bytes) ? await codec.decode(bytes) : null;
  if (decoded?.kind === 'bytes') return hashBytes(decoded.bytes);
  return mayAdmit(conversion, decoded) ? hashBytes(bytes) : null;
};

const inFolders = async (
  { root }: Pick<FilesConversion, 'root'>,
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<void> => {
  const folders = [...byFolder(paths)];
  const workNext = async (): Promise<void> => {
    for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
      const [folder, files] = next;
      for (const path of files) await work(path);
      await syncFolder(join(root, folder)).catch(nullIfMissing);
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: FOLDERS_AT_ONCE }, workNext));
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

/** A file that another program changes or removes meanwhile is left to the next walk. */
const convertOne = async (conversion: FilesConversion, path: string, progress: Progress): Promise<void> => {
  const { root, watch } = conversion;
  if (watch.signal.aborted) throw new ConversionCancelled();
  const absolute = join(root, path);
  const stands = fingerprintOf(absolute);
  const before = await readFile(absolute).catch(nullIfMissing);
  if (before === null) return;
  const after = await convertedBytes(conversion, path, before);
  if (after === 'changed') return;
  for (const left of ['unopened', 'unproven'] as const)
    if (after === left) progress[left].add(path);
    else progress[left].delete(path);
  if (typeof after !== 'string') {
    if (!(await replaceFile(absolute, after, stands))) return;
    progress.converted += 1;
  }
  progress.done.set(path, fingerprintOf(absolute));
  watch.onProgress(progress.read + progress.done.size, progress.total);
};

type Unconverted = 'as-it-is' | 'unopened' | 'unproven' | 'changed';

const convertedBytes = async (
  conversion: FilesConversion,
  path: string,
  before: Buffer,
): Promise<Uint8Array | Unconverted> => {
  const { codec, to, known } = conversion;
  const isKnown = (bytes: Uint8Array): boolean => known.get(path) === hashBytes(bytes);
  const decoded = hasAgeHeader(before) ? await codec.decode(before) : null;
  if (decoded?.kind === 'bytes') {
    if (to === 'encrypted') return 'as-it-is';
    return isKnown(decoded.bytes) ? decoded.bytes : 'changed';
  }
  if (isKnown(before)) return to === 'encrypted' ? encrypted(codec, before) : 'as-it-is';
  return mayAdmit(conversion, decoded) ? 'changed' : leftAs(decoded);
};

const leftAs = (decoded: Decoded | null): Unconverted => (decoded === null ? 'unproven' : 'unopened');

/**
 * Whether content that the key does not authenticate is accepted: unencrypted, or an age file that the key does not
 * open.
 */
const mayAdmit = ({ to, admits }: FilesConversion, decoded: Decoded | null): boolean => {
  if (to === 'clear' || admits === 'nothing') return false;
  // A foreign age file is encrypted like any other file, if nothing was encrypted before.
  return decoded === null || admits === 'everything';
};

const encrypted = async (codec: FileCodec, before: Buffer): Promise<Uint8Array> => {
  const after = await codec.encode(before);
  const back = await codec.decode(after);
  if (back.kind === 'bytes' && before.equals(back.bytes)) return after;
  throw new Error('What was encrypted does not decrypt to what it was.');
};

const nullIfMissing = (cause: unknown): null => {
  if (isMissing(cause)) return null;
  throw cause;
};

/** Returns whether the file was still the one that was read. */
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
/**
 * At the root only Precis's own files, with their earlier versions and damaged copies: a person may store other files
 * there.
 */
const ownFile = new RegExp(`^(?:${rootNames})\\.json(?:\\.bak|\\.corrupt-.+)?$`, 'u');
const isRootFile = (name: string): boolean => ownFile.test(name) || isCopyAtRoot(placeOfCopy(name));
/** `archive.json` is never encrypted, nor are copies of it. */
const isCopyAtRoot = (place: CopyPlace | null): boolean =>
  place?.isNamedAsCopy === true && place.kinds.length > 0 && place.kinds[0] !== 'archive';

/** Removes unfinished files left by a killed process. */
const clearUnfinished = (root: string): void => {
  for (const path of regularFiles(root))
    if (path.endsWith(UNFINISHED)) rmSync(join(root, path), { force: true });
};

/** Every regular file of the archive whose content is encrypted in an encrypted archive. */
export const filesToConvert = (root: string): readonly string[] =>
  regularFiles(root).filter((path) => !path.endsWith(UNFINISHED));

const regularFiles = (root: string): readonly string[] => {
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isRootFile(withoutEnding(entry.name)))
    .map(({ name }) => name);
  return [...atRoot, ...archiveFolders.flatMap((folder) => filesBelow(root, folder))];
};

const withoutEnding = (name: string): string =>
  name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : name;

const filesBelow = (root: string, folder: string): readonly string[] =>
  listFolder(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });

const listFolder = (path: string) =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    ? readdirSync(path, { withFileTypes: true })
    : [];

/** The first link among the files and folders of the archive, null if there is none. */
export const findLink = (root: string): string | null => {
  const names = readdirSync(root, { withFileTypes: true });
  const atRoot = names.find(
    (entry) =>
      entry.isSymbolicLink() &&
      (isRootFile(entry.name) ||
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
