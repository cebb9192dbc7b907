import type { FileKind } from '#domain/archive/files.ts';
import { systemError } from '../system-error.ts';

const MIB = 1 << 20;

/**
 * The most bytes that a file of each kind may have, for reading and writing. Far above real use (fifty thousand
 * passages are some 50 MiB), and far below what ends the process: V8 supports no string of 512 MiB.
 */
export const sizeLimits: { readonly [K in FileKind]: number } = {
  archive: MIB,
  tags: 64 * MIB,
  sources: 64 * MIB,
  tasks: 64 * MIB,
  searches: 16 * MIB,
  labels: 1 * MIB,
  events: 64 * MIB,
  'event-shard': 64 * MIB,
  conflicts: 128 * MIB,
  pad: 16 * MIB,
  falls: 64 * MIB,
  manifest: 64 * MIB,
  article: 4 * MIB,
  body: 128 * MIB,
  annotations: 128 * MIB,
  translations: 128 * MIB,
  memo: 64 * MIB,
  review: 64 * MIB,
  form: 4 * MIB,
  board: 64 * MIB,
  snapshot: 64 * MIB,
  deletion: MIB,
};

/** Throws the system error for "too large" if `bytes` could be written but never be read again. */
export const requireReadableSize = (kind: FileKind, bytes: Uint8Array): void => {
  if (bytes.length <= sizeLimits[kind]) return;
  throw systemError('EFBIG', `A file of kind ${kind} has ${bytes.length} bytes.`);
};
