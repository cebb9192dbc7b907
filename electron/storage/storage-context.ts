import { join } from 'node:path';
import type { Events } from '#domain/contract/events.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { type FileCodec, plainCodec } from './encryption/file-codec.ts';
import { type FileModes, privateModes } from './file/write/file-modes.ts';

/** What every part of storage knows: where the archive is, the clock, and whom to tell of a repair. */
export type StorageContext = {
  readonly root: string;
  readonly machine: Machine;
  /** How the files of the archive lie on the disk; `archive.json` lies there in the clear. */
  readonly codec: FileCodec;
  /** A path beside `path` for bytes that are not finished; no other session makes the same one. */
  readonly temporaryPath: (path: string) => string;
  /** Whether a temporary file, by its name, is of this session, and so may be in the making. */
  readonly isOwnTemporary: (name: string) => boolean;
  readonly reportRepair: (repaired: Events['file-repaired']) => void;
  /** With which modes files and folders are made now. */
  readonly modes: () => FileModes;
  /** The name that whoever works here has set, see written-by.ts; null where none is set. */
  readonly writer: () => string | null;
  /** Whether reading may repair and clear away what it finds: not where the archive is no longer ours. */
  readonly mayMend: () => boolean;
};

/**
 * What may be said of a context besides; by default files lie in the clear, are made for their owner alone, unsigned,
 * and may be mended.
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
    mayMend,
  };
};

/** The path of a file that is named as errors name it: relative to the archive, with "/" on every system. */
export const pathOf = ({ root }: StorageContext, name: string): string => join(root, name);
