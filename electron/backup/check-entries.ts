/** What may stand in the zip of an archive, judged by its table before a byte is unpacked. */
import { collisionKey, isOfArchive, isSafeOnWindows, isSafePath } from '#domain/backup/archive-path.ts';
import type { ZipFault } from '#domain/contract/errors/backup-errors.ts';

/** What the table of a zip says of one file. */
export type EntryFacts = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  /** Null where the zip was not made on Unix. */
  readonly unixMode: number | null;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
  readonly nameLength: number;
  readonly crc32: number;
};

export type EntryFault = { readonly why: ZipFault; readonly entry: string | null };

/** More than a hundred thousand articles; each file, and all of them, far larger than any that Precis writes. */
export const MOST_ENTRIES = 500_000;
export const MOST_BYTES = 64 * 2 ** 30;
export const MOST_BYTES_OF_ONE = 2 * 2 ** 30;

/** JSON packs to a twentieth, a table of zeros to a thousandth. Small files are not judged. */
const MOST_RATIO = 200;
export const JUDGED_FROM_BYTES = 1 << 20;

const STORED = 0;
const DEFLATED = 8;

/** The kind of file in the mode (stat.h): nothing said, or a regular file. */
const KIND = 0o170000;
const regularKinds: readonly number[] = [0, 0o100000];
const folderKinds: readonly number[] = [0, 0o040000];

const isFolder = ({ name }: EntryFacts): boolean => name.endsWith('/');

/** What file managers lay beside everything, and what an archive needs only where it is open. They are passed over. */
const isOfNoAccount = (path: string): boolean =>
  /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/u.test(path) ||
  path.startsWith('__MACOSX/') ||
  path === '.lock' ||
  (path.endsWith('.bak') && isOfArchive(path.slice(0, -'.bak'.length)));

const kindFault = ({ unixMode, isEncrypted, method, ...facts }: EntryFacts): ZipFault | null => {
  const kinds = facts.name.endsWith('/') ? folderKinds : regularKinds;
  if (unixMode !== null && !kinds.includes(unixMode & KIND)) return 'link';
  if (isEncrypted) return 'encrypted';
  return method === STORED || method === DEFLATED ? null : 'method';
};

const pathFault = (path: string): ZipFault | null => {
  // A backslash and a colon lead out on Windows alone, and are in no path of an archive.
  if (!isSafePath(path) || /[\\:]/u.test(path)) return 'path-outside';
  return isSafeOnWindows(path) ? null : 'reserved-name';
};

const sizeFault = ({ size, packedSize, method }: EntryFacts): ZipFault | null => {
  if (size > MOST_BYTES_OF_ONE) return 'too-large';
  if (method === STORED) return size === packedSize ? null : 'size';
  return size > JUDGED_FROM_BYTES && size > packedSize * MOST_RATIO ? 'ratio' : null;
};

const faultOf = (facts: EntryFacts): ZipFault | null =>
  pathFault(facts.name.replace(/\/$/u, '')) ?? kindFault(facts) ?? sizeFault(facts);

/** Before the bytes of a file stand 30 of its own head, and its name (APPNOTE 4.3.7). */
const HEAD_BYTES = 30;

const findOverlap = (entries: readonly EntryFacts[], tableOffset: number): EntryFacts | undefined => {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  return sorted.find(({ offset, nameLength, packedSize }, at) => {
    const next = sorted[at + 1]?.offset ?? tableOffset;
    return offset + HEAD_BYTES + nameLength + packedSize > next;
  });
};

const findSameName = (paths: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return paths.find((path) => {
    const key = collisionKey(path);
    return seen.size === seen.add(key).size;
  });
};

/** The folder that everything stands in, where a file manager has packed the archive with its folder; else ''. */
const folderAround = (names: readonly string[]): string => {
  if (names.includes('archive.json')) return '';
  const file = names.find((name) => /^[^/]+\/archive\.json$/u.test(name));
  const folder = file?.slice(0, -'archive.json'.length) ?? '';
  return names.every((name) => name.startsWith(folder) || isOfNoAccount(name)) ? folder : '';
};

export type Unpacked<E> = { readonly path: string; readonly entry: E };

/** The files that are to be unpacked, each with its path in the archive; or the first thing that is wrong. */
export const checkEntries = <E extends EntryFacts>(
  entries: readonly E[],
  tableOffset: number,
): EntryFault | readonly Unpacked<E>[] => {
  for (const facts of entries) {
    const why = faultOf(facts);
    if (why !== null) return { why, entry: facts.name };
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return { why: 'too-large', entry: null };
  const overlap = findOverlap(entries, tableOffset);
  if (overlap !== undefined) return { why: 'overlap', entry: overlap.name };
  const files = entries.filter((facts) => !isFolder(facts));
  const folder = folderAround(files.map(({ name }) => name));
  const inside = files.map((entry) => ({
    entry,
    path: entry.name.startsWith(folder) ? entry.name.slice(folder.length) : entry.name,
  }));
  return checkPaths(inside.filter(({ path }) => !isOfNoAccount(path)));
};

const checkPaths = <E extends EntryFacts>(
  files: readonly Unpacked<E>[],
): EntryFault | readonly Unpacked<E>[] => {
  const same = findSameName(files.map(({ path }) => path));
  if (same !== undefined) return { why: 'same-name', entry: same };
  const foreign = files.find(({ path }) => !isOfArchive(path));
  if (foreign !== undefined) return { why: 'not-of-archive', entry: foreign.path };
  return files.some(({ path }) => path === 'archive.json') ? files : { why: 'no-archive', entry: null };
};
