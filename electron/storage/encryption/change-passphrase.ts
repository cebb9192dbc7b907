import { refuseShort } from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readWithRepair } from '../file/read/read-with-repair.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { ARCHIVE_FILE, KEY_FILE } from '../folder/layout.ts';
import type { StorageContext } from '../storage-context.ts';
import type { GivePassphrase } from './convert/convert-archive.ts';
import { isLocked, opensArchive } from './encryption-of.ts';
import { openKey, writeKey } from './key-file.ts';

/**
 * Makes another passphrase open the key; the key itself, and so every file, is unchanged. Earlier backups are still
 * opened by the old one. Fails with `not-encrypted`, `wrong-passphrase`, `key-damaged`, `passphrase-too-short`.
 */
export const changePassphrase = async (
  context: StorageContext,
  from: GivePassphrase,
  to: string,
): Promise<Result<null, AppError>> => {
  const short = refuseShort(to);
  if (short !== null) return err(short);
  try {
    const info = await readWithRepair(context, 'archive', ARCHIVE_FILE);
    if (!info.ok) return info;
    if (info.value === null) return err({ code: 'archive-not-found' });
    if (!isLocked(context, info.value)) return err({ code: 'not-encrypted' });
    const given = await from();
    if (given === null) return err({ code: 'archive-encrypted' });
    const identity = await openKey(context, given, (each) => opensArchive(context, each));
    if (!identity.ok) return identity;
    await writeKey(context, identity.value, to);
    return ok(null);
  } catch (cause) {
    return err(toWriteFailed(KEY_FILE, cause));
  }
};

/** Whether a passphrase opens the key of an open archive; nothing is changed. */
export const checkPassphrase = async (
  context: StorageContext,
  identity: string | null,
  passphrase: string,
): Promise<Result<null, AppError>> => {
  if (identity === null) return err({ code: 'not-encrypted' });
  const opened = await openKey({ ...context, mayMend: () => false }, passphrase);
  if (!opened.ok) return opened;
  return opened.value === identity ? ok(null) : err({ code: 'wrong-passphrase' });
};
