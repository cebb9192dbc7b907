/**
 * The parts of a document that is a zip: a Word document, an ODT, a book. Only parts that are asked for are unpacked, and
 * only where the list of the zip promises no more than a document has: bombs, paths that lead outside and lists without
 * end are refused before anything is inflated.
 */
import { unzipSync } from 'fflate';
import { DocumentError } from '../document-error.ts';

/** More than the largest book has. */
const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 96 * 1024 ** 2;
const MAX_ALL_BYTES = 256 * 1024 ** 2;
/** Deflate packs nothing tighter than 1,032 to 1; text comes near 20. */
const MAX_RATIO = 200;
const UNSUSPECTED_BYTES = 4 * 1024 ** 2;

export type Package = {
  /** The bytes of a part; null where there is none of that name. */
  readonly part: (name: string) => Uint8Array | null;
  readonly names: readonly string[];
};

type Listed = { readonly name: string; readonly size: number; readonly originalSize: number };

const leadsOutside = (name: string): boolean => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);

const isBomb = ({ size, originalSize }: Listed): boolean =>
  originalSize > MAX_PART_BYTES || (originalSize > UNSUSPECTED_BYTES && originalSize > MAX_RATIO * size);

const unpack = (bytes: Uint8Array, wants: (name: string) => boolean) => {
  const names: string[] = [];
  let all = 0;
  const parts = unzipSync(bytes, {
    filter(listed) {
      names.push(listed.name);
      if (names.length > MAX_PARTS || leadsOutside(listed.name)) throw new DocumentError('document-unsafe');
      if (!wants(listed.name)) return false;
      all += listed.originalSize;
      if (isBomb(listed) || all > MAX_ALL_BYTES) throw new DocumentError('document-unsafe');
      return true;
    },
  });
  return { names, parts };
};

/** The parts of `bytes` whose names `wants` names. Throws a DocumentError where the zip is damaged or made to harm. */
export const openPackage = (bytes: Uint8Array, wants: (name: string) => boolean): Package => {
  try {
    const { names, parts } = unpack(bytes, wants);
    return { names, part: (name) => (Object.hasOwn(parts, name) ? (parts[name] ?? null) : null) };
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError('document-damaged');
  }
};
