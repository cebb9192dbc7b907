import { existsSync } from 'node:fs';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type ArchiveFile } from '#domain/archive/files.ts';
import { type MainKind, mainKinds } from '#domain/archive/root-files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { archiveIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { emptyContents } from './empty-contents.ts';
import { createAgeCodec } from './encryption/age/age-codec.ts';
import { makeKey } from './encryption/key-file.ts';
import { toWriteFailed } from './file/system-error.ts';
import { writeAtomically } from './file/write/write-atomically.ts';
import { gitAttributes } from './folder/git-repository.ts';
import { ARCHIVE_FILE, ATTRIBUTES_FILE, archiveFolders } from './folder/layout.ts';
import { makeFolderIn } from './folder/make-folder-in.ts';
import { ignoreTexts } from './folder/sync-ignores.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

/**
 * Writes a new archive into an empty folder. After a crash before `archive.json` is written the folder still counts as
 * empty; after a later crash the missing files are created when it is next opened.
 * @param passphrase encrypts it from its first file on; null: it is unencrypted. Fails with `passphrase-too-short`.
 */
export const createArchiveFiles = async (
  context: StorageContext,
  title: string,
  passphrase: string | null,
): Promise<Result<null, AppError>> => {
  try {
    // The key is written before the file that says there is one.
    const identity = passphrase === null ? ok(null) : await makeKey(context, passphrase);
    if (!identity.ok) return identity;
    if (identity.value === null) await writeArchive(context, title, 'off');
    else {
      const codec = createAgeCodec(identity.value, { takesClear: false });
      await writeArchive({ ...context, codec }, title, 'on');
    }
    return ok(null);
  } catch (cause) {
    return err(toWriteFailed(ARCHIVE_FILE, cause));
  }
};

const writeArchive = async (
  context: StorageContext,
  title: string,
  encryption: EncryptionState,
): Promise<void> => {
  const { nowMs, newId } = context.machine;
  const info: ArchiveFile = {
    format: ARCHIVE_FORMAT,
    version: ARCHIVE_VERSION,
    id: archiveIdSchema.parse(newId()),
    title,
    createdAt: toTimestamp(nowMs()),
    encryption,
  };
  await writeText(context, ATTRIBUTES_FILE, gitAttributes);
  for (const [name, text] of Object.entries(ignoreTexts)) await writeText(context, name, text);
  await writeText(context, ARCHIVE_FILE, serialiseContent(info));
  for (const folder of archiveFolders) makeFolderIn(context, folder);
  for (const kind of mainKinds) await writeEmptyFile(context, kind);
};

/** Writes an empty file at the root if it is missing, encoded by the codec of the archive. */
export const writeEmptyFile = async (context: StorageContext, kind: MainKind): Promise<void> => {
  const text = Buffer.from(serialiseContent(emptyContents[kind]), 'utf8');
  await writeNew(context, `${kind}.json`, await context.codec.encode(text));
};

const writeText = (context: StorageContext, name: string, text: string): Promise<void> =>
  writeNew(context, name, Buffer.from(text, 'utf8'));

const writeNew = async (context: StorageContext, name: string, bytes: Uint8Array): Promise<void> => {
  const path = pathOf(context, name);
  if (existsSync(path)) return;
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
};
