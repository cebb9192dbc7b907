import { readFileSync } from 'node:fs';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';

/** The word for standard input, given in place of a file. */
const PIPED = '-';
const STDIN = 0;

/** The passphrase in the first line of a file, in NFC as keyboards type it; `-` is standard input. */
export const readPassphraseFile = (
  typed: string,
  resolvePath: (typed: string) => string,
): Result<string, AppError> => {
  const path = typed === PIPED ? 'standard input' : resolvePath(typed);
  try {
    const [first = ''] = readFileSync(typed === PIPED ? STDIN : path, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split(/\r?\n/u);
    return first === '' ? err({ code: 'no-passphrase-in-file', file: path }) : ok(normalisePassphrase(first));
  } catch (cause) {
    requireSystemError(cause);
    return err({ code: 'no-passphrase-in-file', file: path });
  }
};
