/** Failures of opening and reading an archive. */
export type ArchiveError =
  | { readonly code: 'archive-not-found' }
  | {
      readonly code: 'archive-locked';
      readonly host: string;
      readonly pid: number;
      readonly isSameHost: boolean;
    }
  | { readonly code: 'folder-not-an-archive' }
  /** The open archive's folder is missing, or another archive is there. Nothing was written. */
  | { readonly code: 'archive-gone'; readonly folder: string; readonly found: 'nothing' | 'another' }
  /** The lock of the open archive is another's now, or gone (null). Nothing was written. */
  | {
      readonly code: 'lock-lost';
      readonly holder: { readonly host: string; readonly pid: number; readonly isSameHost: boolean } | null;
    }
  | { readonly code: 'archive-newer'; readonly file: string; readonly version: number }
  | { readonly code: 'archive-damaged'; readonly file: string; readonly quarantinedAs: string | null }
  /** The bytes of a file can't be had, and may be sound: nothing is put in its place. */
  | { readonly code: 'archive-unreadable'; readonly file: string; readonly reason: ReadFailure };

/** Why an archive that was opened can't be written any more. */
export type ArchiveRefusal = Extract<ArchiveError, { readonly code: 'archive-gone' | 'lock-lost' }>;

/**
 * Why the bytes of a file can't be had. `not-a-file`: a folder, a pipe, a device, a link that leads nowhere.
 * `encrypted`: in an archive that is not. `leads-out`: a folder that is a link out of the archive.
 */
export type ReadFailure = 'no-permission' | 'not-a-file' | 'leads-out' | 'too-large' | 'encrypted' | 'other';

/** Failures of encryption. */
export type EncryptionError =
  /** The archive can't be opened without its passphrase. */
  | { readonly code: 'archive-encrypted' }
  | { readonly code: 'wrong-passphrase' }
  /** The key of an encrypted archive is missing or damaged, and so is its copy. Nothing was changed. */
  | { readonly code: 'key-damaged'; readonly file: string }
  /** The passphrase opens the key that is there, but this key opens no file of the archive. Nothing was changed. */
  | { readonly code: 'key-foreign'; readonly file: string }
  /** The removal of the encryption was interrupted: a person has to decide how it continues. Nothing was changed. */
  | { readonly code: 'conversion-interrupted' }
  /**
   * These files are unencrypted in an encrypted archive, and there is no record of a conversion. Nothing was changed.
   */
  | { readonly code: 'conversion-unproven'; readonly files: readonly string[] }
  | { readonly code: 'passphrase-too-short'; readonly minCharacters: number }
  /** A new passphrase was wanted, and none was given, or it was typed otherwise the second time. */
  | { readonly code: 'no-new-passphrase' }
  /** The file that a passphrase was to be read from can't be read, or its first line is empty. */
  | { readonly code: 'no-passphrase-in-file'; readonly file: string }
  | { readonly code: 'already-encrypted' }
  | { readonly code: 'not-encrypted' }
  /** A file is a link, whose target would stay unencrypted. Nothing was changed. */
  | { readonly code: 'link-in-archive'; readonly file: string };

/** Failures of a merge by Git. */
export type GitError =
  /** There is no Git on the PATH. */
  | { readonly code: 'git-missing' }
  /** Git could not do what it was asked, in its own words. */
  | { readonly code: 'git-failed'; readonly said: string }
  | { readonly code: 'nothing-to-merge'; readonly why: MergeRefusal }
  /** Files that are unencrypted in a commit of an encrypted archive: they are not authenticated. */
  | { readonly code: 'merge-in-clear'; readonly side: 'ours' | 'theirs'; readonly files: readonly string[] };

/**
 * Why there is nothing to merge: the archive is in no repository; it is in no merge; more than two sides are merged;
 * commits are being reapplied one by one; the other side is a different archive; a side is encrypted.
 */
export type MergeRefusal =
  | 'no-repository'
  | 'no-merge'
  | 'merge-of-several'
  | 'replay'
  | 'other-archive'
  | 'encrypted';
