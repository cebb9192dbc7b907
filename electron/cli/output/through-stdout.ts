import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CommandResult } from '../command-context.ts';

/** Given in place of a file: the output goes to stdout. */
export const STDOUT = '-';

/**
 * Writes a file under its usual name into a temporary folder, and returns its bytes for stdout.
 * @param write writes the file to that path, and returns what a person has to be told about it
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
