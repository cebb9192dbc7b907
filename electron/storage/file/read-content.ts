import { readFile } from 'node:fs/promises';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { parseContent } from '#domain/archive/parse-content.ts';
import { freezeDeep } from './freeze-deep.ts';
import { isMissing, requireSystemError } from './system-error.ts';

/** What a look at a file finds. */
export type FoundContent<K extends FileKind> =
  | { readonly found: 'content'; readonly content: FileContents[K] }
  | { readonly found: 'nothing' }
  /** Bytes that say nothing: none at all, NULs, cut off, not JSON, `null`, a wrong shape. */
  | { readonly found: 'damage' }
  | { readonly found: 'newer-version'; readonly version: number }
  /** The system would not hand the bytes over; they may be sound. */
  | { readonly found: 'unreadable' };

/** Reads a file and believes nothing: what it hands out has the shape of its kind, and is frozen. */
export const readContent = async <K extends FileKind>(kind: K, path: string): Promise<FoundContent<K>> => {
  const bytes = await readBytes(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const parsed = parseContent(kind, parseJson(bytes));
  if (parsed.ok) return { found: 'content', content: freezeDeep(parsed.value) };
  if (parsed.error.fault === 'wrong-shape') return { found: 'damage' };
  return { found: 'newer-version', version: parsed.error.version };
};

const readBytes = async (
  path: string,
): Promise<Uint8Array | { readonly found: 'nothing' | 'unreadable' }> => {
  try {
    return await readFile(path);
  } catch (cause) {
    requireSystemError(cause);
    return { found: isMissing(cause) ? 'nothing' : 'unreadable' };
  }
};

/** The JSON value of UTF-8 bytes, `undefined` where they are none. */
const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined;
    throw cause;
  }
};
