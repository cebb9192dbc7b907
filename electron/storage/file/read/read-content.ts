import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { hasRepeatedKeys } from '#domain/archive/content/has-repeated-keys.ts';
import { standsWhereItBelongs } from '#domain/archive/content/owner-of-content.ts';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { ReadFailure } from '#domain/contract/errors/archive-errors.ts';
import { codecFor, type FileCodec } from '../../encryption/file-codec.ts';
import { freezeDeep } from '../frozen-json.ts';
import { readDecoded } from './read-decoded.ts';
import { sizeLimits } from './size-limits.ts';

/** The result of reading the content of a file. */
export type FoundContent<K extends FileKind> =
  | { readonly kind: 'content'; readonly content: FileContents[K] }
  | { readonly kind: 'nothing' }
  /**
   * Invalid or ambiguous bytes: empty, NULs, truncated, not JSON, a wrong shape, a duplicate key or id. `isOther`: they
   * are sound but belong to another record, see standsWhereItBelongs. `isInClear`: they are unencrypted in an encrypted
   * archive.
   */
  | { readonly kind: 'damage'; readonly isOther?: true; readonly isInClear?: true }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** The system refused to return the bytes, or it is not a file; they may be sound. */
  | { readonly kind: 'unreadable'; readonly reason: ReadFailure };

/**
 * Reads a file without trusting it: the result has the shape of its kind, and is frozen. `archive.json` is unencrypted
 * in every archive.
 */
export const readContent = async <K extends FileKind>(
  kind: K,
  path: string,
  codec: FileCodec,
): Promise<FoundContent<K>> => {
  const read = await readDecoded(path, sizeLimits[kind], codecFor(kind, codec));
  if (read.kind !== 'bytes') return read;
  const json = await parseJson(read.bytes);
  return json === undefined ? { kind: 'damage' } : contentOf(kind, json, path);
};

/** The content of a file from its JSON, if it has the shape of its kind and belongs to the record in its path. */
export const contentOf = <K extends FileKind>(kind: K, json: unknown, path: string): FoundContent<K> => {
  try {
    const parsed = parseContent(kind, json);
    if (parsed.ok && !standsWhereItBelongs(kind, parsed.value, path))
      return { kind: 'damage', isOther: true };
    if (parsed.ok) return { kind: 'content', content: freezeDeep(parsed.value) };
    if (parsed.error.kind === 'wrong-shape') return { kind: 'damage' };
    return { kind: 'newer-version', version: parsed.error.version };
  } catch (cause) {
    // Nested more deeply than the stack allows, which no file of ours is.
    if (cause instanceof RangeError) return { kind: 'damage' };
    throw cause;
  }
};

/** Files of this size or larger are parsed in steps that yield to the event loop. */
const LARGE_BYTES = 1 << 20;

/** The JSON value of UTF-8 bytes, `undefined` if they are invalid or contain a duplicate key. */
export const parseJson = async (bytes: Uint8Array): Promise<unknown> => {
  const yieldIfDue = async (): Promise<void> => {
    if (bytes.length > LARGE_BYTES) await yieldToEventLoop();
  };
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    await yieldIfDue();
    if (hasRepeatedKeys(bytes, json)) return undefined;
    await yieldIfDue();
    return json;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined;
    throw cause;
  }
};
