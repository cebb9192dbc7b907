import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportFailure } from '#domain/contract/errors.ts';
import { sha256Schema } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { ReadExportedFile } from '#electron/ports/exported-file.ts';
import { readBytes } from '#electron/storage/file/read/read-bytes.ts';
import { readManifest } from './read-manifest.ts';

/** A memo of a thousand pages is some 20 MiB. */
const MAX_BYTES = 256 << 20;

const failures = {
  'not-a-file': 'file-is-folder',
  'too-large': 'file-too-large',
  'no-permission': 'file-unreadable',
  other: 'file-unreadable',
} as const satisfies Readonly<Record<string, ImportFailure>>;

/** Reads the file at `path`, and what it says of itself. Nothing in it is run. */
export const readExportedFile: ReadExportedFile = async (path) => {
  const read = await readBytes(path, MAX_BYTES);
  if (read.found === 'nothing') return err({ code: 'file-missing' });
  if (read.found === 'unreadable') return err({ code: failures[read.reason] });
  const sha256 = sha256Schema.parse(createHash('sha256').update(read.bytes).digest('hex'));
  return ok({ fileName: basename(path), sha256, manifest: readManifest(read.bytes) });
};
