/**
 * Encrypts an archive that nobody has open, or brings it back into the clear. `archive.json` says before the first file is
 * touched that a conversion goes on, and after the last one that it has ended; until then both kinds of files are read, and
 * whoever opens the archive goes on with it first. So it may end at any moment, and nothing is lost.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import type { ArchiveFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readWithRepair } from '../../file/read/read-with-repair.ts';
import { toWriteFailed } from '../../file/system-error.ts';
import { backupOf, syncFolder, writeAtomically } from '../../file/write/write-atomically.ts';
import { clearArchive } from '../../folder/clear-leftovers.ts';
import { ARCHIVE_FILE, KEY_FILE } from '../../folder/layout.ts';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import { createAgeCodec } from '../age/age-codec.ts';
import { encryptionOf } from '../encryption-of.ts';
import { makeKey, openKey } from '../key-file.ts';
import { ConversionCancelled, type ConversionWatch, convertFiles, findLink } from './convert-files.ts';

/** Asked only where it is needed; null where nobody gives one. */
export type GivePassphrase = () => Promise<string | null>;

export type Side = 'encrypted' | 'clear';

/** What a conversion has left as it was. */
export type Converted = {
  readonly archiveId: ArchiveId;
  /** Files that no key opens; they were damaged before. Where there are any the key is kept. */
  readonly unopened: readonly string[];
  /** Folders of other programs in the archive that may hold earlier versions of its files. */
  readonly foreign: readonly string[];
};

/** With the lock in hand. Fails `already-encrypted` or `not-encrypted` where there is nothing to be done. */
export const convertArchive = async (
  context: StorageContext,
  to: Side,
  passphrase: GivePassphrase,
  watch: ConversionWatch,
): Promise<Result<Converted, AppError>> => {
  try {
    const info = await readWithRepair(context, 'archive', ARCHIVE_FILE);
    if (!info.ok) return info;
    if (info.value === null) return err({ code: 'archive-not-found' });
    const link = findLink(context.root);
    if (link !== null) return err({ code: 'link-in-archive', file: link });
    await clearArchive(context);
    const identity = await keyFor(context, encryptionOf(context, info.value), to, passphrase);
    return identity.ok ? await convertWith(context, info.value, to, identity.value, watch) : identity;
  } catch (cause) {
    if (cause instanceof ConversionCancelled) return err({ code: 'cancelled' });
    return err(toWriteFailed(ARCHIVE_FILE, cause));
  }
};

const keyFor = async (
  context: StorageContext,
  now: EncryptionState,
  to: Side,
  passphrase: GivePassphrase,
): Promise<Result<string, AppError>> => {
  if (to === 'clear' && now === 'off') return err({ code: 'not-encrypted' });
  if (to === 'encrypted' && now === 'on') return err({ code: 'already-encrypted' });
  const given = await passphrase();
  if (given === null) return err({ code: now === 'off' ? 'no-new-passphrase' : 'archive-encrypted' });
  return now === 'off' ? makeKey(context, given) : openKey(context, given);
};

/** The rest of it, with the key at hand: what was begun is gone on with. */
export const convertWith = async (
  context: StorageContext,
  info: ArchiveFile,
  to: Side,
  identity: string,
  watch: ConversionWatch,
): Promise<Result<Converted, AppError>> => {
  const { root } = context;
  await sayState(context, info, to === 'encrypted' ? 'turning-on' : 'turning-off');
  const codec = createAgeCodec(identity, { takesClear: false });
  const unopened = await convertFiles({ root, codec, to, watch });
  await sayState(context, info, to === 'encrypted' ? 'on' : 'off');
  if (to === 'clear' && unopened.length === 0) await removeKey(context);
  return ok({
    archiveId: info.id,
    unopened,
    foreign: foreignFolders.filter((name) => existsSync(join(root, name))),
  });
};

/** Twice: the version before is to say the same, for it is what a damaged file is replaced by. */
const sayState = async (
  context: StorageContext,
  info: ArchiveFile,
  encryption: EncryptionState,
): Promise<void> => {
  const bytes = Buffer.from(serialiseContent({ ...info, encryption }), 'utf8');
  const path = pathOf(context, ARCHIVE_FILE);
  const mode = context.modes().file;
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode });
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode });
};

const removeKey = async (context: StorageContext): Promise<void> => {
  const path = pathOf(context, KEY_FILE);
  rmSync(path, { force: true });
  rmSync(backupOf(path), { force: true });
  await syncFolder(context.root);
};

const foreignFolders = ['.git', '.stversions', '.dropbox.cache'];
