import type { PlannedFile } from '#domain/archive/merge/plan-merge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

/** One file as it is to stand. */
export type MergedFile = {
  readonly path: string;
  readonly planned: PlannedFile;
  /** Bytes that the repository has. */
  readonly blob: string | null;
  /** Bytes that the merge has made; null where it has taken some that there were. */
  readonly bytes: Buffer | null;
};

/** Reads bytes by the names that the trees give them. */
export type ReadBlob = (blob: string) => Promise<Result<Buffer, AppError>>;
