import { createHash } from 'node:crypto';
import { type Sha256, sha256Schema } from '#domain/ids.ts';

/** The SHA-256 of bytes, or of a text in UTF-8. */
export const sha256Of = (data: Uint8Array | string): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(data).digest('hex'));
