import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { requireReadableSize } from './read/size-limits.ts';

/**
 * The bytes of a file that is written once, before they are encoded. Throws on a wrong shape, since such a file could
 * not be read, and a system error if it would be too large to be read again.
 */
export const bytesOfContent = <K extends FileKind>(kind: K, content: FileContents[K]): Uint8Array => {
  const bytes = Buffer.from(serialiseContent(normaliseContent(kind, content)), 'utf8');
  requireReadableSize(kind, bytes);
  return bytes;
};
