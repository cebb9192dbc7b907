import { join } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { FileCodec } from '../encryption/file-codec.ts';
import { readContent } from '../file/read/read-content.ts';
import { backupOf } from '../file/write/write-atomically.ts';
import { type FullFinding, finding } from './findings.ts';

/** Where an archive is, and how its files lie there. */
export type CheckedPlace = { readonly root: string; readonly codec: FileCodec };

export type ReadOne<K extends FileKind> =
  | { readonly content: FileContents[K]; readonly finding: null }
  | { readonly content: null; readonly finding: FullFinding };

/** Of a file that is not read for that reason. */
export const saysInClear =
  'It lies in the clear in an encrypted archive, so that anybody may have put it there, and is not taken in';

/** A file as it is, or what is wrong with it. Nothing is repaired. */
export const readOne = async <K extends FileKind>(
  root: string,
  path: string,
  kind: K,
  codec: FileCodec,
): Promise<ReadOne<K>> => {
  const found = await readContent(kind, join(root, path), codec);
  const fail = (...said: Parameters<typeof finding>) => ({ content: null, finding: finding(...said) });
  switch (found.found) {
    case 'content':
      return { content: found.content, finding: null };
    case 'nothing':
      return fail(path, 'missing', 'It is missing.');
    case 'unreadable':
      return fail(path, 'unreadable', `It can’t be read (${found.reason}).`);
    case 'newer-version':
      return fail(path, 'newer-version', `It was written by a newer Precis (version ${found.version}).`);
    case 'damage': {
      const backup = await readContent(kind, backupOf(join(root, path)), codec);
      const [code, says] =
        found.isInClear === true
          ? (['in-the-clear', saysInClear] as const)
          : (['damaged', 'It is no JSON of the shape that it should have'] as const);
      return backup.found === 'content'
        ? fail(path, code, `${says}; the version before it is sound.`, { with: 'backup' })
        : fail(path, code, `${says}, and there is no sound version before it.`);
    }
  }
};
