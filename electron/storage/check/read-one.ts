import { join } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { FileCodec } from '../encryption/file-codec.ts';
import { type FoundContent, readContent } from '../file/read/read-content.ts';
import { backupOf } from '../file/write/write-atomically.ts';
import { type FullFinding, finding } from './findings.ts';

/** The folder of an archive, and the codec of its files. */
export type CheckedPlace = {
  readonly root: string;
  readonly codec: FileCodec;
  /** Whether Git has stopped in the middle of a merge: the content of its other side is in no file yet. */
  readonly isMergeStopped?: boolean;
};

export type ReadOne<K extends FileKind> = {
  /** The content after a repair: that of the file, or of the earlier version that would replace it. */
  readonly content: FileContents[K] | null;
  /** The fault of the file in its present state. */
  readonly finding: FullFinding | null;
};

/** The fault of a file that is not read for that reason. */
export const saysInClear =
  'The file is unencrypted in an encrypted archive, so anyone may have put it there. It was not read';

/** Reads a file as it would be after a repair, with the fault of its present state. Nothing is repaired. */
export const readOne = async <K extends FileKind>(
  place: CheckedPlace,
  path: string,
  kind: K,
): Promise<ReadOne<K>> => {
  const found = await readContent(kind, join(place.root, path), place.codec);
  const fail = (code: 'unreadable' | 'newer-version', says: string): ReadOne<K> => ({
    content: null,
    finding: finding(path, code, says),
  });
  switch (found.kind) {
    case 'content':
      return { content: found.content, finding: null };
    case 'nothing':
      return restorable(place, path, kind, { code: 'missing', says: 'The file is missing' });
    case 'unreadable':
      return fail('unreadable', `The file can’t be read (${found.reason}).`);
    case 'newer-version':
      return fail('newer-version', `The file was written by a newer Precis (version ${found.version}).`);
    case 'damage':
      return restorable(place, path, kind, wrongIn(found));
  }
};

/** The fault of bytes that are unreadable, or that belong to another record. */
const wrongIn = ({ isInClear, isOther }: Extract<FoundContent<FileKind>, { kind: 'damage' }>): Wrong => {
  if (isInClear === true) return { code: 'in-the-clear', says: saysInClear };
  return isOther === true
    ? { code: 'wrong-id', says: 'The file belongs to another record than its folder or name says' }
    : { code: 'damaged', says: 'The file is not JSON of the expected shape' };
};

type Wrong = { readonly code: 'missing' | 'damaged' | 'in-the-clear' | 'wrong-id'; readonly says: string };

/** Replaces the content by that of the earlier version, if that is sound and of the same record. */
const restorable = async <K extends FileKind>(
  { root, codec, isMergeStopped = false }: CheckedPlace,
  path: string,
  kind: K,
  { code, says }: Wrong,
): Promise<ReadOne<K>> => {
  const backup = await readContent(kind, backupOf(join(root, path)), codec);
  if (backup.kind !== 'content')
    return {
      content: null,
      finding: finding(path, code, `${says}. There is no intact earlier version.`),
    };
  // What Git has written there is the file of neither side; the merge by record reads both from their commits.
  if (isMergeStopped)
    return { content: null, finding: finding(path, code, `${says}. Finish the merge first.`) };
  return {
    content: backup.content,
    finding: finding(path, code, `${says}. The earlier version is intact.`, { with: 'backup' }),
  };
};
