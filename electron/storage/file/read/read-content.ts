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

/** What a look at a file finds. */
export type FoundContent<K extends FileKind> =
  | { readonly kind: 'content'; readonly content: FileContents[K] }
  | { readonly kind: 'nothing' }
  /**
   * Bytes that say nothing, or two things: none at all, NULs, cut off, not JSON, a wrong shape, a key or an id twice.
   * `isOther`: they are sound, and those of another record, see standsWhereItBelongs. `isInClear`: they lie in the
   * clear, in an archive that is encrypted.
   */
  | { readonly kind: 'damage'; readonly isOther?: true; readonly isInClear?: true }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** The system would not hand the bytes over, or they are no file's; they may be sound. */
  | { readonly kind: 'unreadable'; readonly reason: ReadFailure };

/**
 * Reads a file and believes nothing: what it hands out has the shape of its kind, and is frozen. `archive.json` lies in
 * the clear in every archive.
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

/** What the JSON of a file says, where it says what its kind does, of the record that its path names. */
export const contentOf = <K extends FileKind>(kind: K, json: unknown, path: string): FoundContent<K> => {
  try {
    const parsed = parseContent(kind, json);
    if (parsed.ok && !standsWhereItBelongs(kind, parsed.value, path))
      return { kind: 'damage', isOther: true };
    if (parsed.ok) return { kind: 'content', content: freezeDeep(parsed.value) };
    if (parsed.error.kind === 'wrong-shape') return { kind: 'damage' };
    return { kind: 'newer-version', version: parsed.error.version };
  } catch (cause) {
    // Nested deeper than the stack is: no file of ours ever was.
    if (cause instanceof RangeError) return { kind: 'damage' };
    throw cause;
  }
};

/** From this size on a file is parsed in steps that yield to the event loop. */
const LARGE_BYTES = 1 << 20;

/** The JSON value of UTF-8 bytes, `undefined` where they are none or name a key twice. */
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
