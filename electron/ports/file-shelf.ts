/** Files that the analyst has added on this machine, one for each name. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

export type FileShelf<Name extends string> = {
  /** The file of a name, whole; null where there is none. */
  read(name: Name): Promise<Uint8Array | null>;
  /** Puts a file in the place of the one that was there, which stays whole until then. Fails `write-failed`. */
  put(name: Name, bytes: Uint8Array): Promise<Result<null, AppError>>;
  /** Fails `write-failed`. */
  remove(name: Name): Promise<Result<null, AppError>>;
};
