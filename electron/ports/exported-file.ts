import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { ArchiveId, Sha256, SnapshotId } from '#domain/ids.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
import type { ReviewedFile } from '#domain/memo/round/returned/reviewed-file.ts';
import type { Result } from '#domain/result.ts';

/**
 * Writes a file to a place of the analyst's choice, whole or not at all; `place-in-archive` within an archive,
 * `file-exists` where one is there that is not to be replaced.
 */
export type WriteExportedFile = (
  path: string,
  bytes: Uint8Array,
  options: { readonly replaces: boolean },
) => Promise<Result<null, AppError>>;

/** What names a file that is being sent: of which archive, and the snapshot of the sending. */
export type Sending = { readonly archiveId: ArchiveId; readonly snapshotId: SnapshotId };

/**
 * The file of a memo that is being sent: it lies whole on the disk before the memo is marked as sent, under a name that
 * nobody takes for it, and gets its own name afterwards. So a sending that is broken off leaves a draft without a file,
 * or a sent memo of which the file is put in its place at the next start.
 */
export type SentFiles = {
  /** Fails `place-in-archive`, and `file-exists` where one of that name is not to be replaced. */
  stage(
    path: string,
    bytes: Uint8Array,
    sending: Sending,
    options: { readonly replaces: boolean },
  ): Promise<Result<null, AppError>>;
  /** Gives it its name. Fails `file-exists`, and leaves it where it is. */
  place(
    path: string,
    sending: Sending,
    options: { readonly replaces: boolean },
  ): Promise<Result<null, AppError>>;
  discard(folder: string, sending: Sending): Promise<void>;
  /** What waits in the folder for its name. */
  staged(folder: string, archiveId: ArchiveId): Promise<readonly SnapshotId[]>;
};

/** An exported file as it lies on the disk. */
export type ExportedBytes = {
  readonly fileName: string;
  readonly sha256: Sha256;
  /** What it says of itself; null where it says nothing. */
  readonly manifest: DocumentManifest | null;
  /** The words that it prints; null for a PDF, which the sandboxed page reads, and for what can't be read. */
  readonly words: string | null;
};

/** Reads an exported file; each reason why it can't be has a code of its own. */
export type ReadExportedFile = (path: string) => Promise<Result<ExportedBytes, AppError>>;

/** Reads Word documents that reviewers have saved, in the sandboxed page. */
export type ReviewedFiles = {
  /** With the name of the file, and the SHA-256 of its bytes. */
  read(
    path: string,
  ): Promise<
    Result<{ readonly fileName: string; readonly sha256: Sha256; readonly file: ReviewedFile }, ImportFailure>
  >;
  readBytes(bytes: Uint8Array): Promise<Result<ReviewedFile, ImportFailure>>;
};
