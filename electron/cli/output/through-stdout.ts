import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CommandResult } from '../command-context.ts';

/** In the place of a file: what is written goes to stdout. */
export const STDOUT = '-';

/**
 * Has a file written as any other, by its name in a folder that goes again, and answers what is in it.
 *
 * @param write writes the file of that path, and answers what a person has to be told of it
 */
export async function throughStdout(
  fileName: string,
  write: (path: string) => Promise<Result<readonly string[], AppError>>,
): CommandResult<null> {
  const folder = await mkdtemp(join(tmpdir(), 'precis-export-'));
  try {
    const path = join(folder, fileName);
    const written = await write(path);
    if (!written.ok) return written;
    return ok({
      json: null,
      plain: '',
      bytes: await readFile(path),
      notices: written.value,
      hasFailed: false,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
