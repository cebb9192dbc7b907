import { join } from 'node:path';
import type { Events } from '#domain/contract/events.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { type FileCodec, plainCodec } from './encryption/file-codec.ts';
import type { SavedFile } from './file/saved-file.ts';
import { type FileModes, privateModes } from './file/write/file-modes.ts';

/** The context of all parts of storage: the place of the archive, the clock, and the listener for repairs. */
export type StorageContext = {
  readonly root: string;
  readonly machine: Machine;
  /** The codec of the archive's files; `archive.json` is always unencrypted. */
  readonly codec: FileCodec;
  /** A path beside `path` for unfinished bytes; no other session generates the same one. */
  readonly temporaryPath: (path: string) => string;
  /** Whether a temporary file, by its name, belongs to this session, and so may still be being written. */
  readonly isOwnTemporary: (name: string) => boolean;
  readonly reportRepair: (repaired: Events['file-repaired']) => void;
  /** The modes with which files and folders are created now. */
  readonly modes: () => FileModes;
  /** The name that the analyst has set, see written-by.ts; null if none is set. */
  readonly writer: () => string | null;
  /** Registers a file that was saved, so that its copy is written; see SavedCopies. */
  readonly noteSaved: (file: SavedFile) => void;
  /** Whether reading may repair files and clear leftovers: not if the archive is no longer ours. */
  readonly mayMend: () => boolean;
};

/**
 * The optional parts of a context; by default files are unencrypted, created only for their owner, unsigned, and may be
 * repaired.
 */
export type ContextOptions = Partial<Pick<StorageContext, 'codec' | 'modes' | 'writer' | 'mayMend'>>;

export const createStorageContext = (
  root: string,
  machine: Machine,
  reportRepair: StorageContext['reportRepair'],
  {
    codec = plainCodec,
    modes = () => privateModes,
    writer = () => null,
    mayMend = () => true,
  }: ContextOptions = {},
): StorageContext => {
  const mark = `.tmp-${machine.newId()}-`;
  let count = 0;
  return {
    root,
    machine,
    codec,
    temporaryPath: (path) => `${path}${mark}${++count}`,
    isOwnTemporary: (name) => name.includes(mark),
    reportRepair,
    modes,
    writer,
    noteSaved: () => undefined,
    mayMend,
  };
};

/** The absolute path of a file with a name as in errors: relative to the archive, with "/" on every system. */
export const pathOf = ({ root }: StorageContext, name: string): string => join(root, name);
