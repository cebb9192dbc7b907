/**
 * What an archive still holds of records beside the files that stand for them: versions before, damaged bytes that were
 * set aside, conflict copies under whatever name, what earlier repairs have put away, and both sides of a conflict.
 * Whatever name a file has, and however much of it is left, a record in it begins with its id.
 */
import { join } from 'node:path';
import { nameOfRootFile } from '#domain/archive/root-files.ts';
import { hasAgeHeader } from '../encryption/file-codec.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { sizeLimits } from '../file/read/size-limits.ts';
import { listPaths } from './list-files.ts';
import type { CheckedPlace } from './read-one.ts';

const MAX_BYTES = Math.max(...Object.values(sizeLimits));
/** Stands for itself, and holds what others are to be chosen from. */
const CONFLICTS = nameOfRootFile('conflicts');
const RECORD_ID = /"(?:id|recordId)"\s*:\s*"([0-9a-f-]{36})"/gu;

/**
 * Originals and pictures hold none of the archive's own words; what a repair notes of itself names what it took away.
 */
const wordless =
  /(?:^|\/)original\.[^/]*$|(?:^|\/)media\/[0-9a-f]{64}\.(?:png|jpg)$|^\.lock$|^key\.age|^trash\/before-repair-[^/]*\/repair\.json/u;

const holdsWords = (path: string): boolean => !wordless.test(path);

/** Every file that may name a record or a picture, by its path; not only those with a name that Precis gives. */
export const listTexts = async (root: string): Promise<readonly string[]> =>
  (await listPaths(root)).filter(holdsWords);

/** What a file says, in an encrypted archive also one that lies there in the clear; null where it can't be read. */
export const readText = async ({ root, codec }: CheckedPlace, path: string): Promise<string | null> => {
  const read = await readBytes(join(root, path), MAX_BYTES);
  if (read.kind === 'nothing') return '';
  if (read.kind === 'unreadable') return null;
  const decoded = hasAgeHeader(read.bytes) ? await codec.decode(read.bytes) : read;
  return decoded.kind === 'bytes' ? Buffer.from(decoded.bytes).toString('latin1') : null;
};

export type Remnants = {
  /** Of each id that was found, the path of the file that still holds it. */
  readonly found: ReadonlyMap<string, string>;
  /** Those that can't be read, and may hold anything. */
  readonly unreadable: readonly string[];
};

/** Looks for records of those ids in every file that does not stand for them itself. */
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
