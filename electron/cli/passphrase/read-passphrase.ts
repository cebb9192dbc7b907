import { readFileSync } from 'node:fs';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';

/** The passphrase that stands in the first line of a file, in NFC as keyboards type it. */
export const readPassphraseFile = (path: string): Result<string, AppError> => {
  try {
    const [first = ''] = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/u, '')
      .split(/\r?\n/u);
    return first === '' ? err({ code: 'no-passphrase-in-file', file: path }) : ok(normalisePassphrase(first));
  } catch (cause) {
    requireSystemError(cause);
    return err({ code: 'no-passphrase-in-file', file: path });
  }
};
