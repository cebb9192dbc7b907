import type { WriteFailure } from './write-errors.ts';

/** Failures of backup, restore and zip. */
export type BackupError =
  /** No backup folder was chosen. */
  | { readonly code: 'no-backup-folder' }
  /**
   * Unencrypted backups are not deleted: files of the archive are damaged, altered or missing, and these backups may
   * contain them intact.
   */
  | { readonly code: 'backups-needed'; readonly files: readonly string[] }
  /** A backup could not be made or read. Earlier backups are unchanged. */
  | { readonly code: 'backup-stopped'; readonly folder: string; readonly why: BackupFailure }
  /** Restoring and unpacking need an empty folder. */
  | { readonly code: 'folder-not-empty'; readonly folder: string }
  /** What was restored or unpacked so far was removed again. */
  | { readonly code: 'restore-failed'; readonly folder: string; readonly reason: WriteFailure }
  /** The zip is no archive that can be unpacked safely. Nothing was written. */
  | {
      readonly code: 'zip-refused';
      readonly file: string;
      readonly why: ZipFault;
      /** The path in the zip that is affected, null for the zip as a whole. */
      readonly entry: string | null;
    }
  /** The process that backs up, restores, packs and unpacks has ended. */
  | { readonly code: 'helper-ended' };

/**
 * `folder-missing`: its disk is disconnected, or the backup is no longer there; `archive-gone`: the archive itself is;
 * `damaged`: the backup's own data can't be read.
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

/** Faults of a zip. `checksum`: the bytes differ from those that were packed; `ratio`: a bomb. */
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
