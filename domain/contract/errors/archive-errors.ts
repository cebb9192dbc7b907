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
