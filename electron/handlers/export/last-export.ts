import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** What is done with a file once it was exported. Fails `file-missing` where none was in this session. */
export type LastExport = {
  /** Says where the last file lies. */
  readonly keep: (path: string) => void;
  readonly reveal: () => Promise<Result<null, AppError>>;
  readonly drag: () => Promise<Result<null, AppError>>;
};

/** The path of a file of that name in the folder of exports; null where it is no name of a file alone. */
export const placeInExports = (
  { desktop }: Pick<HandlerDeps, 'desktop'>,
  fileName: string,
): string | null => {
  const path = join(desktop.exportFolder(), fileName);
  return basename(path) === fileName ? path : null;
};

export const createLastExport = ({ desktop }: Pick<HandlerDeps, 'desktop'>): LastExport => {
  let exportedTo: string | null = null;

  const withFile = async (use: (path: string) => unknown): Promise<Result<null, AppError>> => {
    if (exportedTo === null) return err({ code: 'file-missing' });
    await use(exportedTo);
    return ok(null);
  };

  return {
    keep: (path) => {
      exportedTo = path;
    },
    reveal: () => withFile((path) => desktop.revealFile(path)),
    drag: () => withFile((path) => desktop.dragFile(path)),
  };
};
