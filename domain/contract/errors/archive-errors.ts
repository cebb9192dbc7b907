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
  /** The open archive's folder is not where it was, or another stands there. Nothing was written. */
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
  /** The passphrase opens the key that lies there, which opens no file of this archive. Nothing was changed. */
  | { readonly code: 'key-foreign'; readonly file: string }
  /**
   * The removal of the encryption was begun and has not ended: only a person says how it goes on. Nothing was changed.
   */
  | { readonly code: 'conversion-interrupted' }
  /**
   * These files lie in the clear in an encrypted archive, and nothing says that a conversion of it was begun. Nothing
   * was changed.
   */
  | { readonly code: 'conversion-unproven'; readonly files: readonly string[] }
  | { readonly code: 'passphrase-too-short'; readonly minCharacters: number }
  /** A new passphrase was wanted, and none was given, or it was typed otherwise the second time. */
  | { readonly code: 'no-new-passphrase' }
  /** The file that a passphrase was to be read from can't be read, or its first line is empty. */
  | { readonly code: 'no-passphrase-in-file'; readonly file: string }
  | { readonly code: 'already-encrypted' }
  | { readonly code: 'not-encrypted' }
  /** A file is a link, and would stay in the clear where it leads. Nothing was changed. */
  | { readonly code: 'link-in-archive'; readonly file: string };

/** Failures of a merge by Git. */
export type GitError =
  /** There is no Git on the PATH. */
  | { readonly code: 'git-missing' }
  /** Git could not do what it was asked, in its own words. */
  | { readonly code: 'git-failed'; readonly said: string }
  | { readonly code: 'nothing-to-merge'; readonly why: MergeRefusal }
  /** Files of a commit of an encrypted archive that lie in the clear there: nobody vouches for them. */
  | { readonly code: 'merge-in-clear'; readonly side: 'ours' | 'theirs'; readonly files: readonly string[] };

/**
 * Why there is nothing to merge: the archive is in no repository; it is in no merge; more than two are merged at once;
 * commits are applied anew one by one; the other side is another archive; a side is encrypted.
 */
export type MergeRefusal =
  | 'no-repository'
  | 'no-merge'
  | 'merge-of-several'
  | 'replay'
  | 'other-archive'
  | 'encrypted';
