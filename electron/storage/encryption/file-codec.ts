/**
 * Between the content of a file of an archive and its bytes on the disk. Every file but `archive.json` and those that
 * tell other programs how to treat the archive goes through the codec of its archive, on the way in and on the way out;
 * names, folders and times do not.
 */
import type { FileKind } from '#domain/archive/files.ts';

/** What bytes on the disk hold. */
export type Decoded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Nothing that this archive has written: altered, cut off, or in the clear where all is encrypted. */
  | { readonly kind: 'damage'; readonly isInClear?: true }
  /** Sound perhaps, and encrypted where nothing should be. */
  | { readonly kind: 'unreadable'; readonly reason: 'encrypted' };

export type FileCodec = {
  /** The bytes to be written. */
  readonly encode: (content: Uint8Array) => Promise<Uint8Array>;
  readonly decode: (bytes: Uint8Array) => Promise<Decoded>;
  /** Null in the clear: there is no key that could vouch for anything. */
  readonly seal: Seal | null;
};

/** What a seal vouches for. */
export type SealPurpose = 'conversion' | 'manifest';

/**
 * Authenticates bytes with the key of the archive. That a file decrypts says no more than that this archive has written
 * those bytes under some name, and an original holds what its author wanted: what steers says by its seal that it is
 * what it seems, and a seal for one purpose is none for another.
 */
export type Seal = {
  /** The seal of these bytes, in hexadecimal digits. */
  readonly of: (purpose: SealPurpose, content: Uint8Array) => string;
  readonly holds: (purpose: SealPurpose, content: Uint8Array, seal: string) => boolean;
};

/** The first line of an age file (age-encryption.org/v1). */
const AGE_HEADER = Buffer.from('age-encryption.org/v1\n', 'latin1');

export const AGE_HEADER_BYTES = AGE_HEADER.length;

/** Whether bytes begin as those of an age file do. */
export const hasAgeHeader = (bytes: Uint8Array): boolean =>
  bytes.length >= AGE_HEADER.length && AGE_HEADER.equals(bytes.subarray(0, AGE_HEADER.length));

/** Files in the clear. One that is encrypted is never taken for damage: nothing is put in its place. */
export const plainCodec: FileCodec = {
  encode: async (content) => content,
  decode: async (bytes) =>
    hasAgeHeader(bytes) ? { kind: 'unreadable', reason: 'encrypted' } : { kind: 'bytes', bytes },
  seal: null,
};

/** `archive.json` lies in the clear in every archive: it says how the others lie. */
export const codecFor = (kind: FileKind, codec: FileCodec): FileCodec =>
  kind === 'archive' ? plainCodec : codec;
