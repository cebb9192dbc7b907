import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import type { ArchiveFile } from '#domain/archive/files.ts';
import { mainKinds } from '#domain/archive/root-files.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { requireSystemError } from '../file/system-error.ts';
import { backupOf } from '../file/write/write-atomically.ts';
import { CONVERSION_FILE } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { createAgeCodec } from './age/age-codec.ts';
import { type ConversionRecord, readConversion } from './convert/conversion-record.ts';
import { filesToConvert } from './convert/convert-files.ts';
import { AGE_HEADER_BYTES, hasAgeHeader } from './file-codec.ts';
import { hasKey } from './key-file.ts';

/**
 * Whether an archive is opened with a passphrase. If there is a key, this is decided by the files: `archive.json` is
 * unencrypted, and may be an older version brought back by Git or a sync, or may have been written by somebody else.
 */
export const isLocked = (context: StorageContext, { encryption }: ArchiveFile): boolean => {
  if (encryption !== 'off') return true;
  return hasKey(context) && filesToConvert(context.root).some((path) => isEncrypted(context.root, path));
};

/** The state of the files in an archive that is opened with a passphrase, as far as its key authenticates it. */
export type Standing =
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'converting'; readonly record: ConversionRecord }
  /**
   * Some files are unencrypted, `archive.json` does not say that all are encrypted, and no record says who started a
   * conversion: it was a Precis version without such records, or somebody else.
   */
  | { readonly kind: 'unproven'; readonly says: EncryptionState; readonly inClear: readonly string[] };

/** If `archive.json` says that all files are encrypted, an unencrypted one is refused by the reader. */
export const standingOf = async (
  context: StorageContext,
  { id, encryption: says }: ArchiveFile,
  identity: string,
): Promise<Standing> => {
  const codec = createAgeCodec(identity, { takesClear: false });
  const record = await readConversion(context, codec, id);
  if (record !== null) return { kind: 'converting', record };
  const inClear = says === 'on' ? [] : filesInClear(context.root);
  return inClear.length === 0 ? { kind: 'encrypted' } : { kind: 'unproven', says, inClear };
};

/** The unencrypted files of an archive. */
export const filesInClear = (root: string): readonly string[] =>
  filesToConvert(root).filter((path) => !isEncrypted(root, path));

const MAX_BYTES = 1 << 28;

/** Whether the identity decrypts the files: any of a few samples, or there is no encrypted file to try. */
export const opensArchive = async (context: StorageContext, identity: string): Promise<boolean> => {
  const codec = createAgeCodec(identity, { takesClear: false });
  const paths = mainKinds.map((kind) => pathOf(context, `${kind}.json`));
  let hasOther = false;
  for (const path of [pathOf(context, CONVERSION_FILE), ...paths, ...paths.map(backupOf)]) {
    const read = await readBytes(path, MAX_BYTES);
    if (read.kind !== 'bytes' || !hasAgeHeader(read.bytes)) continue;
    if ((await codec.decode(read.bytes)).kind === 'bytes') return true;
    hasOther = true;
  }
  return !hasOther;
};

const isEncrypted = (root: string, path: string): boolean => {
  try {
    const descriptor = openSync(join(root, path), 'r');
    try {
      const bytes = Buffer.alloc(AGE_HEADER_BYTES);
      readSync(descriptor, bytes, 0, AGE_HEADER_BYTES, 0);
      return hasAgeHeader(bytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};
