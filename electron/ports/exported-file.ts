import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Sha256 } from '#domain/ids.ts';
import type { DocumentManifest } from '#domain/memo/document-apparatus.ts';
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

/** An exported file as it lies on the disk. */
export type ExportedBytes = {
  readonly fileName: string;
  readonly sha256: Sha256;
  /** What it says of itself; null where it says nothing. */
  readonly manifest: DocumentManifest | null;
};

/** Reads an exported file; each reason why it can't be has a code of its own. */
export type ReadExportedFile = (path: string) => Promise<Result<ExportedBytes, AppError>>;
