/**
 * Converts between the content of an archive's file and its bytes on the disk. Every file except `archive.json` and
 * those that tell other programs how to treat the archive is written and read through the codec of its archive; names,
 * folders and times are not encoded.
 */
import type { FileKind } from '#domain/archive/files.ts';

/** The result of decoding bytes from the disk. */
export type Decoded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Not written by this archive: altered, truncated, or unencrypted in an encrypted archive. */
  | { readonly kind: 'damage'; readonly isInClear?: true }
  /** Encrypted although the archive is not; perhaps sound. */
  | { readonly kind: 'unreadable'; readonly reason: 'encrypted' };

export type FileCodec = {
  /** The bytes to be written. */
  readonly encode: (content: Uint8Array) => Promise<Uint8Array>;
  readonly decode: (bytes: Uint8Array) => Promise<Decoded>;
  /** Null in an unencrypted archive: there is no key to authenticate anything. */
  readonly seal: Seal | null;
};

/** What a seal is used for. */
export type SealPurpose = 'conversion' | 'manifest';

/**
 * Authenticates bytes with the key of the archive. That a file can be decrypted only proves that this archive has
 * written these bytes under some name, and the content of an original is chosen by its author; so files that control
 * behaviour have a seal, and a seal for one purpose is not valid for another.
 */
export type Seal = {
  /** The seal of these bytes, in hexadecimal digits. */
  readonly of: (purpose: SealPurpose, content: Uint8Array) => string;
  readonly holds: (purpose: SealPurpose, content: Uint8Array, seal: string) => boolean;
};

/** The first line of an age file (age-encryption.org/v1). */
const AGE_HEADER = Buffer.from('age-encryption.org/v1\n', 'latin1');

export const AGE_HEADER_BYTES = AGE_HEADER.length;

/** Whether bytes begin like an age file. */
export const hasAgeHeader = (bytes: Uint8Array): boolean =>
  bytes.length >= AGE_HEADER.length && AGE_HEADER.equals(bytes.subarray(0, AGE_HEADER.length));

/** The codec of unencrypted files. An encrypted one is never treated as damage, so it is not replaced. */
export const plainCodec: FileCodec = {
  encode: async (content) => content,
  decode: async (bytes) =>
    hasAgeHeader(bytes) ? { kind: 'unreadable', reason: 'encrypted' } : { kind: 'bytes', bytes },
  seal: null,
};

/** `archive.json` is unencrypted in every archive, because it says whether the others are encrypted. */
export const codecFor = (kind: FileKind, codec: FileCodec): FileCodec =>
  kind === 'archive' ? plainCodec : codec;
