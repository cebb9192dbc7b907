/**
 * What an archive still contains of records outside their own files: earlier versions, damaged bytes that were set
 * aside, conflict copies under any name, files removed by earlier repairs, and both sides of a conflict. Whatever the
 * name of a file, and however much is left of it, a record in it begins with its id.
 */
import { join } from 'node:path';
import { nameOfRootFile } from '#domain/archive/root-files.ts';
import { hasAgeHeader } from '../encryption/file-codec.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { sizeLimits } from '../file/read/size-limits.ts';
import { listPaths } from './list-files.ts';
import type { CheckedPlace } from './read-one.ts';

const MAX_BYTES = Math.max(...Object.values(sizeLimits));
/** Is a file of its own, and also contains the values between which a person has to choose. */
const CONFLICTS = nameOfRootFile('conflicts');
const RECORD_ID = /"(?:id|recordId)"\s*:\s*"([0-9a-f-]{36})"/gu;

/** Originals and pictures contain no records; the note of a repair names what the repair removed. */
const wordless =
  /(?:^|\/)original\.[^/]*$|(?:^|\/)media\/[0-9a-f]{64}\.(?:png|jpg)$|^\.lock$|^key\.age|^trash\/before-repair-[^/]*\/repair\.json/u;

const holdsWords = (path: string): boolean => !wordless.test(path);

/**
 * Every file that may contain a record or refer to a picture, by its path; not only those with names that Precis gives.
 */
export const listTexts = async (root: string): Promise<readonly string[]> =>
  (await listPaths(root)).filter(holdsWords);

/** The content of a file, in an encrypted archive even of an unencrypted one; null if it can't be read. */
export const readText = async ({ root, codec }: CheckedPlace, path: string): Promise<string | null> => {
  const read = await readBytes(join(root, path), MAX_BYTES);
  if (read.kind === 'nothing') return '';
  if (read.kind === 'unreadable') return null;
  const decoded = hasAgeHeader(read.bytes) ? await codec.decode(read.bytes) : read;
  return decoded.kind === 'bytes' ? Buffer.from(decoded.bytes).toString('latin1') : null;
};

export type Remnants = {
  /** For each id that was found, the path of a file that still contains it. */
  readonly found: ReadonlyMap<string, string>;
  /** The files that can't be read, and may contain anything. */
  readonly unreadable: readonly string[];
};

/** Looks for records with those ids in every file that is not their own. */
export const findRemnants = async (
  place: CheckedPlace,
  standing: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Promise<Remnants> => {
  const found = new Map<string, string>();
  const unreadable: string[] = [];
  const others = (await listTexts(place.root)).filter((path) => !standing.has(path) || path === CONFLICTS);
  for (const path of others) {
    const text = await readText(place, path);
    if (text === null) unreadable.push(path);
    for (const id of idsIn(text ?? '').filter((each) => ids.has(each))) found.set(id, path);
  }
  return { found, unreadable };
};

const idsIn = (text: string): readonly string[] => [...text.matchAll(RECORD_ID)].map(([, id = '']) => id);
