import { createHash } from 'node:crypto';
import { type Sha256, sha256Schema } from '#domain/ids.ts';

/** The hash of a text in UTF-8. */
export const sha256Of = (text: string): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(text, 'utf8').digest('hex'));
