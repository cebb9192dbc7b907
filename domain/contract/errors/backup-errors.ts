import type { WriteFailure } from './write-errors.ts';

/** Failures of backup, restore and zip. */
export type BackupError =
  /** Nobody has said where backups go. */
  | { readonly code: 'no-backup-folder' }
  /**
   * Unencrypted backups are not deleted: files of the archive are damaged, altered or gone, and those may hold them as
   * they were.
   */
  | { readonly code: 'backups-needed'; readonly files: readonly string[] }
  /** A backup could not be made, or not be read. What was backed up before stays as it is. */
  | { readonly code: 'backup-stopped'; readonly folder: string; readonly why: BackupFailure }
  /** What is restored or unpacked goes to a folder of its own. */
  | { readonly code: 'folder-not-empty'; readonly folder: string }
  /** What was restored or unpacked so far was taken away again. */
  | { readonly code: 'restore-failed'; readonly folder: string; readonly reason: WriteFailure }
  /** The zip is no archive that can be unpacked safely. Nothing was written. */
  | {
      readonly code: 'zip-refused';
      readonly file: string;
      readonly why: ZipFault;
      /** The path in the zip that it is about, null where it is about the whole. */
      readonly entry: string | null;
    }
  /** The process that backs up, restores, packs and unpacks has ended. */
  | { readonly code: 'helper-ended' };

/**
 * `folder-missing`: its disk is away, or the backup is no longer in it; `archive-gone`: the archive itself is;
 * `damaged`: what a backup says of itself can't be read.
 */
export type BackupFailure =
  | 'folder-missing'
  | 'disk-full'
  | 'read-only'
  | 'in-use'
  | 'newer'
  | 'damaged'
  | 'archive-gone'
  | 'other';

/** What is wrong with a zip. `checksum`: the bytes are not those that were packed; `ratio`: a bomb. */
export type ZipFault =
  | 'unreadable'
  | 'path-outside'
  | 'not-of-archive'
  | 'link'
  | 'encrypted'
  | 'method'
  | 'reserved-name'
  | 'same-name'
  | 'overlap'
  | 'size'
  | 'checksum'
  | 'too-many'
  | 'too-large'
  | 'ratio'
  | 'no-archive';
