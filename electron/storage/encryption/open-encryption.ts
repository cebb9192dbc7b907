import type { ArchiveFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readContent } from '../file/read/read-content.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { ARCHIVE_FILE } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { createAgeCodec } from './age/age-codec.ts';
import { convertWith, type Side } from './convert/convert-archive.ts';
import { encryptionOf } from './encryption-of.ts';
import { type FileCodec, plainCodec } from './file-codec.ts';
import { openKey } from './key-file.ts';

/** How the files of an open archive are read and written, and what opens them where they are encrypted. */
export type OpenedEncryption = {
  readonly info: ArchiveFile;
  readonly codec: FileCodec;
  readonly identity: string | null;
};

export type OpeningEncryption = {
  readonly passphrase?: () => Promise<string | null>;
  readonly onConversion?: (to: Side, done: number, total: number) => void;
};

/** How the files of an archive are read that is not opened, and in which nothing is changed. Fails as openEncryption. */
export const codecForReading = async (
  context: StorageContext,
  passphrase: () => Promise<string | null>,
): Promise<Result<FileCodec, AppError>> => {
  const info = await readContent('archive', pathOf(context, ARCHIVE_FILE), plainCodec);
  // A damaged archive.json is what is to be told of.
  const encryption = info.found === 'content' ? encryptionOf(context, info.content) : 'off';
  if (encryption === 'off') return ok(plainCodec);
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  const identity = await openKey({ ...context, mayMend: () => false }, given);
  if (!identity.ok) return identity;
  return ok(createAgeCodec(identity.value, { takesClear: encryption !== 'on' }));
};

/**
 * Opens the encryption of an archive, with its lock in hand, and ends a conversion that was begun. Fails
 * `archive-encrypted` where no passphrase is given, `wrong-passphrase` or `key-damaged`.
 */
export const openEncryption = async (
  context: StorageContext,
  info: ArchiveFile,
  { passphrase = async () => null, onConversion = () => undefined }: OpeningEncryption,
): Promise<Result<OpenedEncryption, AppError>> => {
  const encryption = encryptionOf(context, info);
  if (encryption === 'off') return ok({ info, codec: plainCodec, identity: null });
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  const identity = await openKey(context, given);
  if (!identity.ok) return identity;
  if (encryption !== 'on') {
    const to = encryption === 'turning-on' ? 'encrypted' : 'clear';
    const onProgress = (done: number, total: number): void => onConversion(to, done, total);
    const watch = { signal: new AbortController().signal, onProgress };
    try {
      await convertWith(context, info, to, identity.value, watch);
    } catch (cause) {
      return err(toWriteFailed(ARCHIVE_FILE, cause));
    }
    if (to === 'clear')
      return ok({ info: { ...info, encryption: 'off' }, codec: plainCodec, identity: null });
  }
  const codec = createAgeCodec(identity.value, { takesClear: false });
  return ok({ info: { ...info, encryption: 'on' }, codec, identity: identity.value });
};
