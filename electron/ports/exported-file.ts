import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ArchiveId, Sha256, SnapshotId } from '#domain/ids.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import type { ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import type { Result } from '#domain/result.ts';

/**
 * Writes a file to a place of the analyst's choice, atomically; `place-in-archive` within an archive, `file-exists` if
 * one exists that may not be replaced.
 */
export type WriteExportedFile = (
  path: string,
  bytes: Uint8Array,
  options: { readonly replaces: boolean },
) => Promise<Result<null, AppError>>;

/** Identifies a file being sent: its archive, and the snapshot of the sending. */
export type Sending = { readonly archiveId: ArchiveId; readonly snapshotId: SnapshotId };

/**
 * The file of a memo being sent: it is completely on the disk before the memo is marked as sent, under an unmistakable
 * temporary name, and renamed afterwards. An interrupted sending leaves either a draft without a file, or a sent memo
 * whose file is renamed at the next start.
 */
export type SentFiles = {
  /** Fails `place-in-archive`, and `file-exists` if one with that name may not be replaced. */
  stage(
    path: string,
    bytes: Uint8Array,
    sending: Sending,
    options: { readonly replaces: boolean },
  ): Promise<Result<null, AppError>>;
  /** Renames it. Fails `file-exists`, and leaves it where it is. */
  place(
    path: string,
    sending: Sending,
    options: { readonly replaces: boolean },
  ): Promise<Result<null, AppError>>;
  discard(folder: string, sending: Sending): Promise<void>;
  /** The files in the folder that still have to be renamed. */
  staged(folder: string, archiveId: ArchiveId): Promise<readonly SnapshotId[]>;
};

/** An exported file as it is on the disk. */
export type ExportedBytes = {
  readonly fileName: string;
  readonly sha256: Sha256;
  /** Its manifest; null if it has none. */
  readonly manifest: DocumentManifest | null;
  /** Its printed words; null for a PDF, which the sandboxed page reads, and for an unreadable file. */
  readonly words: string | null;
};

/** Reads an exported file; each reason for failure has its own code. */
export type ReadExportedFile = (path: string) => Promise<Result<ExportedBytes, AppError>>;

/** Reads Word documents saved by reviewers, in the sandboxed page. */
export type ReviewedFiles = {
  /** With the file name, and the SHA-256 of its bytes. */
  read(
    path: string,
  ): Promise<
    Result<{ readonly fileName: string; readonly sha256: Sha256; readonly file: ReviewedFile }, ImportFailure>
  >;
  readBytes(bytes: Uint8Array): Promise<Result<ReviewedFile, ImportFailure>>;
};
