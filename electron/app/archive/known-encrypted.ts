import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openStateFile } from '#electron/platform/state-file.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { ARCHIVE_FILE, KEY_FILE } from '#electron/storage/folder/layout.ts';

/**
 * Which archives were encrypted when this machine last opened them. Nothing in a folder shows that it has been
 * replaced: if an unencrypted archive was put in the place of an encrypted one, only a machine that opened the first
 * one can know.
 */
export type KnownEncrypted = {
  /** Whether the archive was encrypted when it was last opened and is now unencrypted, without a key. */
  isClearNow(folder: string): Promise<boolean>;
  /** Records whether the archive is encrypted, as the person knows it. */
  keep(folder: string, isEncrypted: boolean): Promise<void>;
};

const MOST_KEPT = 200;
const keptSchema = z.array(z.string()).max(MOST_KEPT);

/** The real path of the folder, with links resolved. */
const realPath = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
};

export const openKnownEncrypted = (userDataFolder: string): KnownEncrypted => {
  const file = openStateFile(join(userDataFolder, 'encrypted-archives.json'), keptSchema, []);
  return {
    async isClearNow(folder) {
      if (!file.get().includes(realPath(folder))) return false;
      if ([KEY_FILE, `${KEY_FILE}.bak`].some((name) => existsSync(join(folder, name)))) return false;
      const read = await readContent('archive', join(folder, ARCHIVE_FILE), plainCodec);
      return read.kind === 'content' ? read.content.encryption === 'off' : hasArchiveFile(folder);
    },
    async keep(folder, isEncrypted) {
      const path = realPath(folder);
      const others = file.get().filter((each) => each !== path);
      if (isEncrypted !== file.get().includes(path))
        await file.set(isEncrypted ? [...others, path].slice(-MOST_KEPT) : others);
    },
  };
};
