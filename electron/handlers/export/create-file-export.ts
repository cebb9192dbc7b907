import { basename, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../handler-deps.ts';

type Deps = Pick<HandlerDeps, 'desktop' | 'writeExportedFile'>;

type Asked = { readonly fileName: string; readonly replaces: boolean };

/** The bytes of a file, and what is reported once it is written. */
export type MadeFile<Told extends object> = { readonly bytes: Uint8Array; readonly told: Told };

type Make<Format, Told extends object> = (
  format: Format,
  isCancelled: () => boolean,
) => Promise<Result<MadeFile<Told>, AppError>>;

/** An export to a file in the folder of exports, and the actions on the last file written. */
export type FileExport<Format> = {
  /**
   * Writes the result of `make`, in the format of the name's ending. Fails with `file-exists` if a file exists that is
   * not to be replaced, `place-in-archive` within an archive, `invalid-input` for an invalid file name or an unknown
   * format, and as `make` does.
   */
  readonly write: <Told extends object>(
    asked: Asked,
    make: Make<Format, Told>,
  ) => Promise<Result<Told & { readonly fileName: string; readonly bytes: number }, AppError>>;
  /** Cancels the running export, which answers `cancelled` and writes nothing. */
  readonly cancel: () => Promise<Result<null, AppError>>;
  /** These fail with `file-missing` if nothing was exported in this session. */
  readonly reveal: () => Promise<Result<null, AppError>>;
  readonly drag: () => Promise<Result<null, AppError>>;
};

/** `formatOf` returns null for a name without the ending of a format. */
export const createFileExport = <Format>(
  { desktop, writeExportedFile }: Deps,
  request: RequestName,
  formatOf: (fileName: string) => Format | null,
): FileExport<Format> => {
  let exportedTo: string | null = null;
  // A cancelled export stays cancelled when another begins.
  let cancel: () => void = () => undefined;

  const wrongName = (problem: string): Result<never, AppError> =>
    err({ code: 'invalid-input', request, problems: [`fileName: ${problem}`] });

  const withFile = async (use: (path: string) => unknown): Promise<Result<null, AppError>> => {
    if (exportedTo === null) return err({ code: 'file-missing' });
    await use(exportedTo);
    return ok(null);
  };

  return {
    write: async ({ fileName, replaces }, make) => {
      const format = formatOf(fileName);
      if (format === null) return wrongName('has no ending of a format');
      const path = join(desktop.exportFolder(), fileName);
      if (basename(path) !== fileName) return wrongName('is no name of a file');
      let isCancelled = false;
      const cancelled = new Promise<Result<never, AppError>>((resolve) => {
        cancel = () => {
          isCancelled = true;
          resolve(err({ code: 'cancelled' }));
        };
      });
      const made = await Promise.race([cancelled, make(format, () => isCancelled)]);
      if (!made.ok) return made;
      const { bytes, told } = made.value;
      const written = await writeExportedFile(path, bytes, { replaces });
      if (!written.ok) return written;
      exportedTo = path;
      return ok({ ...told, fileName, bytes: bytes.length });
    },
    cancel: async () => {
      cancel();
      return ok(null);
    },
    reveal: () => withFile((path) => desktop.revealFile(path)),
    drag: () => withFile((path) => desktop.dragFile(path)),
  };
};
