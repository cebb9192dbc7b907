import { createHash } from 'node:crypto';

/** The id that Git gives to bytes, in a repository whose ids are as long as `like`: SHA-1, or SHA-256. */
export const blobIdOf = (bytes: Uint8Array, like: string): string =>
  createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
