/**
 * Encrypts an archive that nobody has open, or decrypts it. Before the first file is changed the conversion is
 * recorded, sealed with the key, and also in `archive.json` for those without the key; whoever opens the archive
 * meanwhile continues the conversion, or reverses it. So it may be interrupted at any moment, and nothing is lost.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { EncryptionState } from '#domain/archive/encryption-state.ts';
import type { ArchiveFile } from '#domain/archive/files.ts';
import { refuseShort } from '#domain/contract/encryption.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId, Sha256 } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { readWithRepair } from '../../file/read/read-with-repair.ts';
import { toWriteFailed } from '../../file/system-error.ts';
import { backupOf, syncFolder, writeAtomically } from '../../file/write/write-atomically.ts';
import { clearArchive } from '../../folder/clear-leftovers.ts';
import { ARCHIVE_FILE, KEY_FILE } from '../../folder/layout.ts';
import { sealManifest } from '../../manifest/seal-manifest.ts';
import { pathOf, type StorageContext } from '../../storage-context.ts';
import { createAgeCodec } from '../age/age-codec.ts';
import { isLocked, opensArchive, standingOf } from '../encryption-of.ts';
import { plainCodec } from '../file-codec.ts';
import { newIdentity, openKey, setKeyAside, writeKey } from '../key-file.ts';
import { removeConversion, type Side, writeConversion } from './conversion-record.ts';
import {
  type Admission,
  ConversionCancelled,
  type ConversionWatch,
  type ConvertedFiles,
  convertFiles,
  findLink,
} from './convert-files.ts';

/** Called only if a passphrase is needed; resolves with null if nobody gives one. */
export type GivePassphrase = () => Promise<string | null>;

/** The result of a conversion, and the files that were left as they were. */
export type Converted = ConvertedFiles & {
  readonly archiveId: ArchiveId;
  /** Folders of other programs in the archive that may contain earlier versions of its files. */
  readonly foreign: readonly string[];
};

export type ConversionWish = {
  readonly to: Side;
  readonly passphrase: GivePassphrase;
  /** Whether unauthenticated plain files in an encrypted archive are encrypted too. */
  readonly takesClear?: boolean;
};

/**
 * Called with the lock held, at a person's request. Fails with `already-encrypted` or `not-encrypted` if there is
 * nothing to do, `conversion-unproven` if it is unknown which files belong to the archive.
 */
export const convertArchive = async (
  context: StorageContext,
  wish: ConversionWish,
  watch: ConversionWatch,
): Promise<Result<Converted, AppError>> => {
  try {
    const info = await readWithRepair(context, 'archive', ARCHIVE_FILE);
    if (!info.ok) return info;
    if (info.value === null) return err({ code: 'archive-not-found' });
    const link = findLink(context.root);
    if (link !== null) return err({ code: 'link-in-archive', file: link });
    await clearArchive(context);
    const conversion = isLocked(context, info.value)
      ? await ofEncrypted(context, info.value, wish)
      : await ofClear(context, wish);
    return conversion.ok ? ok(await convertWith(context, info.value, conversion.value, watch)) : conversion;
  } catch (cause) {
    if (cause instanceof ConversionCancelled) return err({ code: 'cancelled' });
    return err(toWriteFailed(ARCHIVE_FILE, cause));
  }
};

/** A conversion to carry out, with its key. */
export type Conversion = {
  readonly to: Side;
  readonly identity: string;
  readonly admits: Admission;
  /** The hashes in the record of an interrupted conversion that is being continued. */
  readonly known: ReadonlyMap<string, Sha256>;
  /** Writes the key, if it is new. */
  readonly layKey?: () => Promise<void>;
};

const ofClear = async (
  context: StorageContext,
  { to, passphrase }: ConversionWish,
): Promise<Result<Conversion, AppError>> => {
  if (to === 'clear') return err({ code: 'not-encrypted' });
  const given = await passphrase();
  if (given === null) return err({ code: 'no-new-passphrase' });
  const short = refuseShort(given);
  if (short !== null) return err(short);
  const identity = await newIdentity();
  const layKey = async (): Promise<void> => {
    await setKeyAside(context);
    await writeKey(context, identity, given);
  };
  return ok({ to, identity, admits: 'everything', known: new Map(), layKey });
};

const ofEncrypted = async (
  context: StorageContext,
  info: ArchiveFile,
  { to, passphrase, takesClear = false }: ConversionWish,
): Promise<Result<Conversion, AppError>> => {
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  const identity = await openKey(context, given, (each) => opensArchive(context, each));
  if (!identity.ok) return identity;
  const standing = await standingOf(context, info, identity.value);
  const known = standing.kind === 'converting' ? standing.record.files : new Map<string, Sha256>();
  if (to === 'encrypted' && !takesClear) {
    if (standing.kind === 'encrypted') return err({ code: 'already-encrypted' });
    if (standing.kind === 'unproven') return err({ code: 'conversion-unproven', files: standing.inClear });
  }
  return ok({ to, identity: identity.value, admits: takesClear ? 'clear-files' : 'nothing', known });
};

/** Converts the archive; throws system errors, and ConversionCancelled. */
export const convertWith = async (
  context: StorageContext,
  info: ArchiveFile,
  { to, identity, admits, known: before, layKey }: Conversion,
  watch: ConversionWatch,
): Promise<Converted> => {
  const { root, machine } = context;
  const codec = createAgeCodec(identity, { takesClear: false });
  const known = new Map(before);
  const begunAt = toTimestamp(machine.nowMs());
  let isBegun = false;
  const keep = async (): Promise<void> => {
    await writeConversion(context, codec, { archiveId: info.id, to, begunAt, files: known });
    if (isBegun) return;
    isBegun = true;
    // The record is written first: a key without a record would mean that the archive is completely encrypted.
    await layKey?.();
    await sayState(context, info, to === 'encrypted' ? 'turning-on' : 'turning-off');
  };
  const converted = await convertFiles({ root, codec, to, admits, known, keep, watch });
  if (to === 'encrypted') await sealManifest({ ...context, codec });
  await sayState(context, info, to === 'encrypted' ? 'on' : 'off');
  if (to === 'clear') await (converted.unopened.length === 0 ? removeKey(context) : setKeyAside(context));
  await removeConversion(context);
  // Done last: until then each file is identified by its earlier content.
  if (to === 'clear') await sealManifest({ ...context, codec: plainCodec });
  return {
    ...converted,
    archiveId: info.id,
    foreign: foreignFolders.filter((name) => existsSync(join(root, name))),
  };
};

/** Written twice, so that the earlier version has the same content, since it would replace a damaged file. */
export const sayState = async (
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
