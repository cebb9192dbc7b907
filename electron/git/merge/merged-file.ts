import type { PlannedFile } from '#domain/archive/merge/plan-merge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

/** A file in its merged state. */
export type MergedFile = {
  readonly path: string;
  readonly planned: PlannedFile;
  /** The blob of the repository that it takes. */
  readonly blob: string | null;
  /** The bytes that the merge has made; null if an existing blob is taken. */
  readonly bytes: Buffer | null;
};

/** Reads a blob by its id in the trees. */
export type ReadBlob = (blob: string) => Promise<Result<Buffer, AppError>>;
