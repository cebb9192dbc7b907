/** A letter with its place, in points from the upper left corner of the page as shown. */
export type Letter = {
  /** U+FFFD if the file does not say which letter it is. */
  readonly text: string;
  /** A gap between words, drawn or not. */
  readonly isGap: boolean;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
};

/** More than any page has. */
const MAX_LETTERS = 100_000;
/** Device units a point. */
const UNITS = 100;
const UNKNOWN = '\uFFFD';
const LAST = 0x10ffff;

/** Eight doubles, six floats: room for the results of one call. */
const ROOM = 64;

/** The functions of PDFium that are called; its package exports them without types (public/fpdf_text.h, fpdfview.h). */

export type RawPdfium = {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  /** From page coordinates to those of a device of the given size, with its upper left corner at 0, 0. */
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    x: number,
    y: number,
    deviceX: number,
    deviceY: number,
  ): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_CountChars(textPage: number): number;
  _FPDFText_GetUnicode(textPage: number, at: number): number;
  _FPDFText_IsGenerated(textPage: number, at: number): number;
  _FPDFText_HasUnicodeMapError(textPage: number, at: number): number;
  _FPDFText_GetFontSize(textPage: number, at: number): number;
  _FPDFText_GetMatrix(textPage: number, at: number, matrix: number): number;
  _FPDFText_GetCharOrigin(textPage: number, at: number, x: number, y: number): number;
  _FPDFText_GetCharBox(
    textPage: number,
    at: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
};

const needed = [
  '_FPDF_PageToDevice',
  '_FPDFText_GetUnicode',
  '_FPDFText_IsGenerated',
  '_FPDFText_HasUnicodeMapError',
  '_FPDFText_GetFontSize',
  '_FPDFText_GetMatrix',
  '_FPDFText_GetCharOrigin',
  '_FPDFText_GetCharBox',
] as const satisfies readonly (keyof RawPdfium)[];

/** Whether the library exports all functions called here. */
export const isRawPdfium = (module: object): module is RawPdfium =>
  needed.every((name) => name in module && typeof Reflect.get(module, name) === 'function');

type Reader = {
  readonly pdfium: RawPdfium;
  readonly page: number;
  readonly textPage: number;
  readonly room: number;
};

const view = ({ pdfium, room }: Reader): DataView =>
  new DataView(pdfium.HEAPU8.buffer, pdfium.HEAPU8.byteOffset + room, ROOM);

const characterOf = ({ pdfium, textPage }: Reader, at: number): string => {
  const code = pdfium._FPDFText_GetUnicode(textPage, at);
  const isKnown = code > 0 && code <= LAST && pdfium._FPDFText_HasUnicodeMapError(textPage, at) !== 1;
  return isKnown ? String.fromCodePoint(code) : UNKNOWN;
};

type Point = { readonly x: number; readonly y: number };

const onPage = (reader: Reader, { x, y }: Point): Point => {
  const { pdfium, page, room } = reader;
  const width = Math.round(pdfium._FPDF_GetPageWidth(page) * UNITS);
  const height = Math.round(pdfium._FPDF_GetPageHeight(page) * UNITS);
  pdfium._FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, room, room + 4);
  const found = view(reader);
  return { x: found.getInt32(0, true) / UNITS, y: found.getInt32(4, true) / UNITS };
};

const sizeOf = (reader: Reader, at: number): number => {
  const { pdfium, textPage, room } = reader;
  const size = pdfium._FPDFText_GetFontSize(textPage, at);
  if (pdfium._FPDFText_GetMatrix(textPage, at, room) === 0) return size;
  const found = view(reader);
  return size * Math.hypot(found.getFloat32(8, true), found.getFloat32(12, true));
};

const edgesOf = (reader: Reader, at: number): readonly [left: number, right: number] => {
  const { pdfium, textPage, room } = reader;
  pdfium._FPDFText_GetCharBox(textPage, at, room, room + 8, room + 16, room + 24);
  const found = view(reader);
  const [left, right, bottom] = [0, 8, 16].map((offset) => found.getFloat64(offset, true));
  const first = onPage(reader, { x: left ?? 0, y: bottom ?? 0 });
  const last = onPage(reader, { x: right ?? 0, y: bottom ?? 0 });
  return [Math.min(first.x, last.x), Math.max(first.x, last.x)];
};

const baselineOf = (reader: Reader, at: number): number => {
  const { pdfium, textPage, room } = reader;
  pdfium._FPDFText_GetCharOrigin(textPage, at, room, room + 8);
  const found = view(reader);
  return onPage(reader, { x: found.getFloat64(0, true), y: found.getFloat64(8, true) }).y;
};

const letterAt = (reader: Reader, at: number): Letter => {
  const character = characterOf(reader, at);
  const isGap = /\s/u.test(character) || reader.pdfium._FPDFText_IsGenerated(reader.textPage, at) === 1;
  if (isGap) return { text: ' ', isGap, left: 0, right: 0, baseline: 0, size: 0 };
  const text = /[\p{Cc}\p{Cs}]/u.test(character) ? UNKNOWN : character;
  const [left, right] = edgesOf(reader, at);
  return { text, isGap, left, right, baseline: baselineOf(reader, at), size: sizeOf(reader, at) };
};

/** The letters of an open page in the order of the file. */
export const lettersOfPage = (pdfium: RawPdfium, page: number): readonly Letter[] => {
  const textPage = pdfium._FPDFText_LoadPage(page);
  const room = pdfium.wasmExports.malloc(ROOM);
  try {
    const reader = { pdfium, page, textPage, room };
    const count = Math.min(MAX_LETTERS, Math.max(0, pdfium._FPDFText_CountChars(textPage)));
    return Array.from({ length: count }, (_, at) => letterAt(reader, at));
  } finally {
    pdfium.wasmExports.free(room);
    pdfium._FPDFText_ClosePage(textPage);
  }
};
