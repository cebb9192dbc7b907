/** What is called of PDFium, which its package hands out and does not name in its types (public/fpdf_text.h, fpdfview.h). */

export type RawPdfium = {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_GetPageWidth(page: number): number;
  _FPDF_GetPageHeight(page: number): number;
  /** From the space of a page to that of a device on which it takes so many units, its left upper corner at 0, 0. */
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

/** Whether the library hands out all that is called of it. */
export const isRawPdfium = (module: object): module is RawPdfium =>
  needed.every((name) => name in module && typeof Reflect.get(module, name) === 'function');
