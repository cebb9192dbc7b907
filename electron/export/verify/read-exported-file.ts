import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { sha256Schema } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import { readOriginal } from '#electron/import/read-original.ts';
import type { ReadExportedFile } from '#electron/ports/exported-file.ts';
import { readManifest } from './read-manifest.ts';
import { readWords } from './read-words.ts';

/** A memo of a thousand pages is some 20 MiB. */
const MAX_BYTES = 256 << 20;

/** Reads the file at `path`, and what it says of itself. Nothing in it is run. */
export const readExportedFile: ReadExportedFile = async (path) => {
  const read = await readOriginal(path, MAX_BYTES);
  if (!read.ok) return err({ code: read.error });
  const sha256 = sha256Schema.parse(createHash('sha256').update(read.value).digest('hex'));
  const manifest = readManifest(read.value);
  return ok({ fileName: basename(path), sha256, manifest, words: readWords(read.value) });
};
