/**
 * The parts of a document that is a zip: a Word document, an ODT, a book. Only requested parts are unpacked, and only
 * if the zip's directory promises no more than a document has: bombs, paths that lead outside and endless directories
 * are refused before anything is inflated.
 */
import { unzipSync } from 'fflate';
import { DocumentError } from '../document-error.ts';
import { dataAddressOf } from '../picture/data-address.ts';
import { UNREADABLE_PICTURE } from '../picture/embed-pictures.ts';

/** More than the largest book has. */
const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 96 * 1024 ** 2;
const MAX_ALL_BYTES = 256 * 1024 ** 2;
/** Deflate compresses at most 1,032 to 1; text comes near 20. */
const MAX_RATIO = 200;
const UNSUSPECTED_BYTES = 4 * 1024 ** 2;
/** For all pictures together; further ones are not unpacked. */
const MAX_PICTURE_BYTES = 128 * 1024 ** 2;

export type Package = {
  /** The bytes of a part; null if there is none with that name. */
  readonly part: (name: string) => Uint8Array | null;
  readonly names: readonly string[];
};

type Listed = { readonly name: string; readonly size: number; readonly originalSize: number };

const leadsOutside = (name: string): boolean => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);

const isBomb = ({ size, originalSize }: Listed): boolean =>
  originalSize > UNSUSPECTED_BYTES && originalSize > MAX_RATIO * size;

const isTooLarge = ({ originalSize }: Listed): boolean => originalSize > MAX_PART_BYTES;

type Wants = (name: string) => boolean;

/**
 * Why a part is not unpacked, given the bytes of those that are, unpacked (`all`) and `packed`, including it; null if
 * it is.
 */
const refusalOf = (
  listed: Listed,
  all: number,
  packed: number,
): 'document-unsafe' | 'file-too-large' | null => {
  if (isBomb(listed)) return 'document-unsafe';
  if (isTooLarge(listed)) return 'file-too-large';
  if (all <= MAX_ALL_BYTES) return null;
  // Many small bombs are a bomb too; many large parts are just large.
  return all > MAX_RATIO * packed ? 'document-unsafe' : 'file-too-large';
};

/** Decides which entries of a zip are unpacked, considering those chosen so far. */
const createPicker = (wants: Wants, wantsPicture: Wants) => {
  let all = 0;
  let packed = 0;
  let pictures = 0;
  /** A document is not refused because of a picture, which is then missing. */
  const picksPicture = (listed: Listed): boolean => {
    const isFit =
      !isBomb(listed) && !isTooLarge(listed) && pictures + listed.originalSize <= MAX_PICTURE_BYTES;
    if (isFit) pictures += listed.originalSize;
    return isFit;
  };
  return (listed: Listed): boolean => {
    if (wantsPicture(listed.name)) return picksPicture(listed);
    if (!wants(listed.name)) return false;
    all += listed.originalSize;
    packed += listed.size;
    const refusal = refusalOf(listed, all, packed);
    if (refusal !== null) throw new DocumentError(refusal);
    return true;
  };
};

const unpack = (bytes: Uint8Array, wants: Wants, wantsPicture: Wants) => {
  const names: string[] = [];
  const picks = createPicker(wants, wantsPicture);
  const parts = unzipSync(bytes, {
    filter(listed) {
      names.push(listed.name);
      if (names.length > MAX_PARTS || leadsOutside(listed.name)) throw new DocumentError('document-unsafe');
      return picks(listed);
    },
  });
  return { names, parts };
};

const noPicture: Wants = () => false;

/**
 * The parts of `bytes` whose names `wants` accepts, and the pictures that `wantsPicture` accepts. Throws a
 * DocumentError if the zip is damaged or malicious, or a part is too large.
 */
export const openPackage = (bytes: Uint8Array, wants: Wants, wantsPicture = noPicture): Package => {
  try {
    const { names, parts } = unpack(bytes, wants, wantsPicture);
    return { names, part: (name) => (Object.hasOwn(parts, name) ? (parts[name] ?? null) : null) };
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError('document-damaged');
  }
};

/** Pictures among the parts of a document, by the extensions of supported formats. */
export const isPicturePart = (name: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|svg|bmp|dib|tiff?)$/i.test(name);

/** The address of the picture in the part with that name; empty if it has none there. */
export const pictureAddress = ({ part, names }: Package, name: string): string => {
  const bytes = part(name);
  if (bytes !== null) return dataAddressOf(bytes);
  return names.includes(name) ? UNREADABLE_PICTURE : '';
};
