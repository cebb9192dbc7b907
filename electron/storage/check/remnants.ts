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

/** The JSON objects that begin with one of those ids, by id, in every file that is not sound or not of the archive. */
export const findRemnants = async (
  place: CheckedPlace,
  sound: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly unknown[]>> => {
  const found = new Map<string, unknown[]>();
  const others = (await listTexts(place.root)).filter((path) => !sound.has(path) || path === CONFLICTS);
  for (const path of others) {
    const text = (await readText(place, path)) ?? '';
    for (const [id, record] of recordsIn(text, ids)) found.set(id, [...(found.get(id) ?? []), record]);
  }
  return found;
};

/** The whole objects of a text that begin with one of those ids. */
const recordsIn = (text: string, ids: ReadonlySet<string>): readonly (readonly [string, unknown])[] =>
  [...text.matchAll(RECORD_ID)]
    .filter(([, id = '']) => ids.has(id))
    .map(({ index, 0: match, 1: id = '' }) => [id, objectAround(text, index, match.length)] as const)
    .filter(([, record]) => record !== undefined);

/** The object whose first key is at `keyAt`; `undefined` where it is cut off or damaged. */
const objectAround = (text: string, keyAt: number, keyLength: number): unknown => {
  const from = text.lastIndexOf('{', keyAt);
  if (from === -1 || text.slice(from + 1, keyAt).trim() !== '') return undefined;
  const until = endOfObject(text, keyAt + keyLength);
  if (until === null) return undefined;
  try {
    const json = Buffer.from(text.slice(from, until), 'latin1').toString('utf8');
    return JSON.parse(json) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

const STRING_OR_BRACE = /"(?:[^"\\]|\\.)*"|[{}]/gsu;

/** Where the object ends that is open at `from`; null where it does not. */
const endOfObject = (text: string, from: number): number | null => {
  let depth = 1;
  STRING_OR_BRACE.lastIndex = from;
  for (let match = STRING_OR_BRACE.exec(text); match !== null; match = STRING_OR_BRACE.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return match.index + 1;
  }
  return null;
};
