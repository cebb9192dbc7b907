import type { AppError } from '#domain/contract/errors.ts';
import type { Result } from '#domain/result.ts';

/** Writes a file to a place of the analyst's choice, whole or not at all; `place-in-archive` within an archive. */
export type WriteExportedFile = (path: string, bytes: Uint8Array) => Promise<Result<null, AppError>>;
