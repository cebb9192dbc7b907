/**
 * A page of a TIFF by its tags (TIFF 6.0), looked at before the library that decodes its pixels sees any: that
 * follows lists which lead back to themselves, and reads as many values as a tag claims.
 */

/** The values of each tag, by `t` and its number, as utif2 wants them. */
export type TiffTags = Readonly<Record<string, number[]>>;

/** What pixels are decoded by; everything else, above all what leads to further lists, is left. */
const READ: ReadonlySet<number> = new Set([
  256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 292, 293, 317, 320, 322, 323, 324, 325, 338,
  339, 347,
]);

/** How many bytes a value of each type has: BYTE, SHORT, LONG, UNDEFINED. */
const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 };

const ENTRY_BYTES = 12;
/** Shorter values stand in the entry itself. */
const WITHIN_ENTRY = 4;
const LITTLE_ENDIAN = 0x4949;
const BIG_ENDIAN = 0x4d4d;
const SIGN = 42;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Whether the bytes begin as a TIFF does. */
export const isTiff = (bytes: Uint8Array): boolean => {
  if (bytes.length < 8) return false;
  const view = viewOf(bytes);
  const order = view.getUint16(0);
  const isLittle = order === LITTLE_ENDIAN;
  return (isLittle || order === BIG_ENDIAN) && view.getUint16(2, isLittle) === SIGN;
};

/** The values of the entry at `at`; null where they stand beyond the end, and for what is not read. */
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

/** More lists are of no document. */
const MAX_LISTS = 1000;
const SUBFILE_TYPE = 254;
/** Of a list: it shows a page smaller that another list shows. */
const IS_REDUCED = 1;

/** What a list says of the kind of its picture; 0 where it says nothing. */
const subfileTypeAt = (view: DataView, list: number, count: number, isLittle: boolean): number => {
  for (let index = 0; index < count; index += 1) {
    const at = list + 2 + index * ENTRY_BYTES;
    if (view.getUint16(at, isLittle) === SUBFILE_TYPE) return view.getUint32(at + 8, isLittle);
  }
  return 0;
};

/** Where the lists of the pages stand, in their order, each once; previews are no pages. */
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

/** How many pages a TIFF has. */
export const countTiffPages = (bytes: Uint8Array): number => [...listsOf(bytes)].length;

/** The tags of page `page`, from 0; null where its list is not there. */
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
