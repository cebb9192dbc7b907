/**
 * The tags of a TIFF page (TIFF 6.0), checked before the library that decodes its pixels: the library follows circular
 * lists, and reads as many values as a tag claims.
 */

/** The values of each tag, by `t` and its number, as utif2 expects them. */
export type TiffTags = Readonly<Record<string, number[]>>;

/** Tags needed for decoding; everything else, especially references to further lists, is dropped. */
const READ: ReadonlySet<number> = new Set([
  256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 338,
  339, 347,
]);

/** The size of a value by type: BYTE, SHORT, LONG, UNDEFINED. */
const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 };

const ENTRY_BYTES = 12;
/** Values up to this size are in the entry itself. */
const WITHIN_ENTRY = 4;
const LITTLE_ENDIAN = 0x4949;
const BIG_ENDIAN = 0x4d4d;
const SIGN = 42;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Whether the bytes begin like a TIFF. */
export const isTiff = (bytes: Uint8Array): boolean => {
  if (bytes.length < 8) return false;
  const view = viewOf(bytes);
  const order = view.getUint16(0);
  const isLittle = order === LITTLE_ENDIAN;
  return (isLittle || order === BIG_ENDIAN) && view.getUint16(2, isLittle) === SIGN;
};

/** The values of the entry at `at`; null if they are beyond the end, or not needed. */
const entryAt = (view: DataView, at: number, isLittle: boolean): readonly [number, number[]] | null => {
  const tag = view.getUint16(at, isLittle);
  const size = BYTES_OF_TYPE[view.getUint16(at + 2, isLittle)];
  const count = view.getUint32(at + 4, isLittle);
  if (!READ.has(tag) || size === undefined) return null;
  const isWithin = count * size <= WITHIN_ENTRY;
  const start = isWithin ? at + 8 : view.getUint32(at + 8, isLittle);
  if (start + count * size > view.byteLength) return null;
  const valueAt = (place: number): number => {
    if (size === 1) return view.getUint8(place);
    return size === 2 ? view.getUint16(place, isLittle) : view.getUint32(place, isLittle);
  };
  return [tag, Array.from({ length: count }, (_, index) => valueAt(start + index * size))];
};

/** No document has more lists. */
const MAX_LISTS = 1000;
const SUBFILE_TYPE = 254;
/** The list is a reduced version of another list's page. */
const IS_REDUCED = 1;

/** The kind of picture that a list declares; 0 if it declares none. */
const subfileTypeAt = (view: DataView, list: number, count: number, isLittle: boolean): number => {
  for (let index = 0; index < count; index += 1) {
    const at = list + 2 + index * ENTRY_BYTES;
    if (view.getUint16(at, isLittle) === SUBFILE_TYPE) return view.getUint32(at + 8, isLittle);
  }
  return 0;
};

/** The positions of the pages' lists, in order, each once; without previews. */
function* listsOf(bytes: Uint8Array): Generator<number> {
  const view = viewOf(bytes);
  const isLittle = view.getUint16(0) === LITTLE_ENDIAN;
  const seen = new Set<number>();
  let list = view.getUint32(4, isLittle);
  while (list !== 0 && list + 2 <= view.byteLength && !seen.has(list) && seen.size < MAX_LISTS) {
    seen.add(list);
    const count = view.getUint16(list, isLittle);
    const end = list + 2 + count * ENTRY_BYTES;
    if (end > view.byteLength) return;
    if ((subfileTypeAt(view, list, count, isLittle) & IS_REDUCED) === 0) yield list;
    list = end + 4 <= view.byteLength ? view.getUint32(end, isLittle) : 0;
  }
}

/** The number of pages of a TIFF. */
export const countTiffPages = (bytes: Uint8Array): number => [...listsOf(bytes)].length;

/** The tags of page `page`, from 0; null if it has no list. */
export const readTiffTags = (bytes: Uint8Array, page = 0): TiffTags | null => {
  const list = [...listsOf(bytes)][page];
  if (list === undefined) return null;
  const view = viewOf(bytes);
  const isLittle = view.getUint16(0) === LITTLE_ENDIAN;
  const count = view.getUint16(list, isLittle);
  const tags: Record<string, number[]> = {};
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(view, list + 2 + index * ENTRY_BYTES, isLittle);
    if (entry !== null) tags[`t${entry[0]}`] = entry[1];
  }
  return tags;
};
