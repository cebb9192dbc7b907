import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OutMaterial } from '#domain/exchange/material.ts';
import type { Out } from '#domain/exchange/outs.ts';
import type { ArchiveId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';

/** The outcome for the files of an export, by path in its folder. */
export type WrittenFolder = {
  readonly written: readonly string[];
  readonly unchanged: number;
  /** Files of an earlier export whose record is gone, and that nobody has changed since. */
  readonly removed: readonly string[];
  /** Files changed by somebody since, or not from an export: they stay as they are. */
  readonly kept: readonly string[];
};

export type FolderOptions = {
  readonly out: Out;
  readonly archiveId: ArchiveId;
  readonly onWritten: (done: number, total: number) => void;
  /** Cancels between two files; written files stay and are known to the next export. */
  readonly signal: AbortSignal;
};

/** Makes the files of an export and writes them to a folder. */
export type ExchangeWriter = {
  /**
   * Writes to `folder` what has changed since the last export to it; existing files keep their path. Fails
   * `place-in-archive` within an archive, `write-failed`, `cancelled`.
   */
  write(
    folder: string,
    material: OutMaterial,
    options: FolderOptions,
  ): Promise<Result<WrittenFolder, AppError>>;
};
