import type { EncryptionNotice } from '#domain/archive/encryption-state.ts';
import type { ArchiveFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Timestamp } from '#domain/time.ts';
import { readContent } from '../file/read/read-content.ts';
import { requireSystemError, toWriteFailed } from '../file/system-error.ts';
import { ARCHIVE_FILE } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { createAgeCodec } from './age/age-codec.ts';
import type { Side } from './convert/conversion-record.ts';
import { type Conversion, convertWith, sayState } from './convert/convert-archive.ts';
import { isLocked, opensArchive, type Standing, standingOf } from './encryption-of.ts';
import { type FileCodec, plainCodec } from './file-codec.ts';
import { hasKey, openKey, setKeyAside } from './key-file.ts';

/** The codec of an open archive's files, and its identity if it is encrypted. */
export type OpenedEncryption = {
  readonly info: ArchiveFile;
  readonly codec: FileCodec;
  readonly identity: string | null;
  /** A message for the person; null if there is none. */
  readonly notice: EncryptionNotice | null;
};

/** A question that only a person can answer before an archive is opened. */
export type ConversionQuestion =
  /** The removal of the encryption was started, which the key authenticates. */
  | { readonly kind: 'interrupted'; readonly begunAt: Timestamp }
  /** There are unencrypted files beside encrypted ones, and no record of who started a conversion. */
  | { readonly kind: 'unproven'; readonly inClear: readonly string[] };

/** `leave`: unencrypted files are left as they are, and are not accepted. */
export type ConversionDecision = 'encrypt' | 'decrypt' | 'leave';

export type OpeningEncryption = {
  readonly passphrase?: () => Promise<string | null>;
  /** Asks the person; null if nobody is there, or if the archive is not to be opened. */
  readonly decideConversion?: (question: ConversionQuestion) => Promise<ConversionDecision | null>;
  readonly onConversion?: (to: Side, done: number, total: number) => void;
};

/** The codec for reading an archive without opening it or changing anything. Fails as openEncryption does. */
export const codecForReading = async (
  context: StorageContext,
  passphrase: () => Promise<string | null>,
): Promise<Result<FileCodec, AppError>> => {
  const info = await readContent('archive', pathOf(context, ARCHIVE_FILE), plainCodec);
  // A damaged archive.json is reported first.
  if (info.kind !== 'content' || !isLocked(context, info.content)) return ok(plainCodec);
  const given = await passphrase();
  if (given === null) return err({ code: 'archive-encrypted' });
  const reading = { ...context, mayMend: () => false };
  const identity = await openKey(reading, given, (each) => opensArchive(context, each));
  if (!identity.ok) return identity;
  const { kind } = await standingOf(context, info.content, identity.value);
  return ok(createAgeCodec(identity.value, { takesClear: kind === 'converting' }));
};

/**
 * Opens the encryption of an archive, with its lock held, and completes a conversion that was started. The removal of
 * the encryption is continued only if the person confirms it now, whatever the files say. Fails with
 * `archive-encrypted` if no passphrase is given, `wrong-passphrase`, `key-damaged`, `key-foreign`,
 * `conversion-interrupted` and `conversion-unproven`; nothing is changed then.
 */
export const openEncryption = async (
  context: StorageContext,
  info: ArchiveFile,
  opening: OpeningEncryption,
): Promise<Result<OpenedEncryption, AppError>> => {
  if (!isLocked(context, info)) {
    // The key opens nothing here; if it stayed, every opening would have to examine all files because of it.
    if (hasKey(context)) await setKeyAside(context).catch(requireSystemError);
    return ok({ info, codec: plainCodec, identity: null, notice: null });
  }
  const given = (await opening.passphrase?.()) ?? null;
  if (given === null) return err({ code: 'archive-encrypted' });
  const identity = await openKey(context, given, (each) => opensArchive(context, each));
  if (!identity.ok) return identity;
  const standing = await standingOf(context, info, identity.value);
  const next = await nextOf(standing, identity.value, opening);
  if (!next.ok) return next;
  try {
    const notice = await goOn(context, info, next.value, standing, opening);
    if (next.value?.to === 'clear')
      return ok({ info: { ...info, encryption: 'off' }, codec: plainCodec, identity: null, notice });
    const codec = createAgeCodec(identity.value, { takesClear: false });
    return ok({ info: { ...info, encryption: 'on' }, codec, identity: identity.value, notice });
  } catch (cause) {
    return err(toWriteFailed(ARCHIVE_FILE, cause));
  }
};

/** The conversion to carry out before the archive is opened; null: none. */
const nextOf = async (
  standing: Standing,
  identity: string,
  { decideConversion = async () => null }: OpeningEncryption,
): Promise<Result<Conversion | null, AppError>> => {
  if (standing.kind === 'encrypted') return ok(null);
  if (standing.kind === 'unproven') {
    const { inClear } = standing;
    const decision = await decideConversion({ kind: 'unproven', inClear });
    if (decision === null) return err({ code: 'conversion-unproven', files: inClear });
    if (decision === 'leave') return ok(null);
    return ok({ identity, to: sideOf(decision), admits: 'clear-files', known: new Map() });
  }
  const { files: known, begunAt, to } = standing.record;
  const recorded = { identity, known, admits: 'nothing' } as const;
  if (to === 'encrypted') return ok({ ...recorded, to });
  const decision = await decideConversion({ kind: 'interrupted', begunAt });
  return decision === null
    ? err({ code: 'conversion-interrupted' })
    : ok({ ...recorded, to: sideOf(decision) });
};

const sideOf = (decision: ConversionDecision): Side => (decision === 'decrypt' ? 'clear' : 'encrypted');

const goOn = async (
  context: StorageContext,
  info: ArchiveFile,
  conversion: Conversion | null,
  standing: Standing,
  { onConversion = () => undefined }: OpeningEncryption,
): Promise<EncryptionNotice | null> => {
  if (conversion === null) {
    if (info.encryption === 'on') return null;
    await sayState(context, info, 'on');
    return standing.kind === 'encrypted' ? { kind: 'claim-refused', claimed: info.encryption } : null;
  }
  const { to } = conversion;
  const onProgress = (done: number, total: number): void => onConversion(to, done, total);
  const watch = { signal: new AbortController().signal, onProgress };
  const { converted, unproven } = await convertWith(context, info, conversion, watch);
  return { kind: 'conversion-ended', to, files: converted, left: unproven };
};
