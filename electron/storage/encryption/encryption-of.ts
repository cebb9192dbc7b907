import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import type { ArchiveFile } from '#domain/archive/files.ts';
import { mainKinds } from '#domain/archive/root-files.ts';
import { requireSystemError } from '../file/system-error.ts';
import { KEY_FILE } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { AGE_HEADER_BYTES, hasAgeHeader } from './file-codec.ts';

/**
 * How the files of an archive lie there. An `archive.json` of before the encryption, which Git or a sync has brought back,
 * is not believed where a key lies beside it and a file of the root is encrypted.
 */
export const encryptionOf = (context: StorageContext, { encryption }: ArchiveFile): EncryptionState => {
  if (encryption !== 'off' || !existsSync(pathOf(context, KEY_FILE))) return encryption;
  return mainKinds.some((kind) => beginsEncrypted(pathOf(context, `${kind}.json`))) ? 'turning-on' : 'off';
};

const beginsEncrypted = (path: string): boolean => {
  try {
    const descriptor = openSync(path, 'r');
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
