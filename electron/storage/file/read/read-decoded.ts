import { type FileCodec, plainCodec } from '../../encryption/file-codec.ts';
import { type FoundBytes, readBytes } from './read-bytes.ts';

/** What a look at the content of a file finds. */
export type FoundDecoded = FoundBytes | { readonly kind: 'damage'; readonly isInClear?: true };

/** Room for the header of an age file, and for what authenticates each 64 KiB of it. */
const sizeOnDisk = (maxBytes: number): number => maxBytes + (maxBytes >> 11) + 4096;

/** The content of a regular file, of at most `maxBytes`, as the codec of its archive reads it. */
export const readDecoded = async (
  path: string,
  maxBytes: number,
  codec: FileCodec,
): Promise<FoundDecoded> => {
  const read = await readBytes(path, codec === plainCodec ? maxBytes : sizeOnDisk(maxBytes));
  if (read.kind !== 'bytes') return read;
  const decoded = await codec.decode(read.bytes);
  const isTooLarge = decoded.kind === 'bytes' && decoded.bytes.length > maxBytes;
  return isTooLarge ? { kind: 'unreadable', reason: 'too-large' } : decoded;
};
