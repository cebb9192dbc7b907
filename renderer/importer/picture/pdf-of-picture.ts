/**
 * A picture as pages: its visible pixels, in the displayed orientation, in a PDF with nothing else. So a photographed
 * page, a screenshot or a fax is read, shown and framed like a scanned PDF. Metadata, such as place and device, is left
 * behind.
 */
import { readPictureHead } from '#domain/picture/picture-head.ts';
import { DocumentError } from '../document-error.ts';
import type { DecodedTiff } from './decode-tiff.ts';
import { decodeInWorker } from './keep-pictures.ts';
import { countTiffPages, isTiff } from './tiff-tags.ts';

/** More than any current camera has; decoded, half a gigabyte. */
const MAX_PIXELS = 125_000_000;
/** A larger page is scaled down: at this size a letter of a photographed sheet still has enough pixels. */
const MAX_DRAWN_PIXELS = 40_000_000;
/** A fax page at 600 dpi takes two seconds, and the machine may be busy. */
const MAX_DECODE_MS = 15_000;
/** Of a longer fax only the first pages are read. */
export const MAX_SHEETS = 100;
/** Larger pictures are stored like photographs, even if they are not: lossless encoding would take too long. */
const MAX_EXACT_PIXELS = 12_000_000;
const JPEG_QUALITY = 0.92;

/** A source of pixels, and whether it was a photograph. */
type Sheet = { readonly canvas: OffscreenCanvas; readonly isPhoto: boolean };

const contextOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas to draw on.');
  // Transparent parts become paper white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  return context;
};

const scaleOf = (width: number, height: number): number =>
  Math.min(1, Math.sqrt(MAX_DRAWN_PIXELS / (width * height)));

/** By the header of the file; a browser applies the Exif orientation. */
const sheetOfPicture = async (bytes: Uint8Array<ArrayBuffer>): Promise<Sheet> => {
  const head = readPictureHead(bytes);
  if (head === null || !head.isWhole) throw new DocumentError('document-damaged');
  if (head.width * head.height > MAX_PIXELS) throw new DocumentError('file-too-large');
  const bitmap = await createImageBitmap(new Blob([bytes], { type: head.mediaType })).catch(() => null);
  if (bitmap === null) throw new DocumentError('document-damaged');
  const scale = scaleOf(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  contextOf(canvas).drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return { canvas, isPhoto: head.mediaType === 'image/jpeg' };
};

/** The display transformation of each orientation of TIFF 6.0 and Exif, as a matrix over the unit square. */
const TURNS: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, 1, 1, 0, 0, 0],
  6: [0, 1, -1, 0, 1, 0],
  7: [0, -1, -1, 0, 1, 1],
  8: [0, -1, 1, 0, 0, 1],
};

const sheetOfTiff = ({ width, height, orientation, pixels }: DecodedTiff): Sheet => {
  const plain = new OffscreenCanvas(width, height);
  plain.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  const isOnSide = orientation >= 5 && orientation <= 8;
  const canvas = new OffscreenCanvas(isOnSide ? height : width, isOnSide ? width : height);
  const [a, b, c, d, e, f] = TURNS[orientation] ?? [1, 0, 0, 1, 0, 0];
  const context = contextOf(canvas);
  context.setTransform(a, b, c, d, e * canvas.width, f * canvas.height);
  context.drawImage(plain, 0, 0);
  return { canvas, isPhoto: false };
};

async function* sheetsOf(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Sheet> {
  if (!isTiff(bytes)) {
    yield await sheetOfPicture(bytes);
    return;
  }
  for (let page = 0; page < countSheets(bytes).read; page += 1) {
    const decoded = await decodeInWorker(bytes, page, MAX_DECODE_MS);
    // A fax with a damaged page is not read at all: later pages would get wrong numbers.
    if (decoded === null) throw new DocumentError('document-damaged');
    yield sheetOfTiff(decoded);
  }
}

/** A page of the PDF: its size in points, and its pixels compressed with a PDF filter. */
export type PdfSheet = {
  readonly width: number;
  readonly height: number;
  readonly pointsPerPixel: number;
  readonly filter: 'DCTDecode' | 'FlateDecode';
  readonly data: Uint8Array;
};

const deflated = async (rgb: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const packed = new Blob([rgb]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

const exactPixels = (canvas: OffscreenCanvas): Promise<Uint8Array> => {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return deflated(rgb);
};

/** OCR draws a page at 300 dpi: a small picture is read at twice its size, a large one as it is. */
const READ_DPI = 300;
const POINTS_AN_INCH = 72;
const READ_SIDE = 4000;

const pointsPerPixelOf = (width: number, height: number): number => {
  const side = Math.max(width, height);
  const readSide = Math.max(side, Math.min(2 * side, READ_SIDE));
  return ((readSide / side) * POINTS_AN_INCH) / READ_DPI;
};

const packed = async ({ canvas, isPhoto }: Sheet): Promise<PdfSheet> => {
  const { width, height } = canvas;
  const isExact = !isPhoto && width * height <= MAX_EXACT_PIXELS;
  const data = isExact
    ? await exactPixels(canvas)
    : new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })).arrayBuffer(),
      );
  return {
    width,
    height,
    pointsPerPixel: pointsPerPixelOf(width, height),
    filter: isExact ? 'FlateDecode' : 'DCTDecode',
    data,
  };
};

/** Writes the bytes of a PDF, and tracks the offset of each object. */
class PdfBytes {
  readonly #pieces: Uint8Array[] = [];
  readonly #offsets: number[] = [];
  #length = 0;

  add(...pieces: readonly (string | Uint8Array)[]): void {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
      this.#pieces.push(bytes);
      this.#length += bytes.length;
    }
  }

  /** Adds the object with the next number, from 1. */
  object(...pieces: readonly (string | Uint8Array)[]): void {
    this.#offsets.push(this.#length);
    this.add(`${this.#offsets.length} 0 obj\n`, ...pieces, '\nendobj\n');
  }

  end(): Uint8Array<ArrayBuffer> {
    const start = this.#length;
    const size = this.#offsets.length + 1;
    const places = this.#offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
    this.add(`xref\n0 ${size}\n0000000000 65535 f \n${places}`);
    this.add(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }
}

const OBJECTS_OF_PAGE = 3;

/** A PDF (ISO 32000-1, 7.5) whose pages show those pixels, each filling its page. */
export const pdfOfSheets = (sheets: readonly PdfSheet[]): Uint8Array<ArrayBuffer> => {
  const pdf = new PdfBytes();
  const pageAt = (index: number): number => 3 + index * OBJECTS_OF_PAGE;
  pdf.add('%PDF-1.4\n');
  pdf.object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = sheets.map((_, index) => `${pageAt(index)} 0 R`).join(' ');
  pdf.object(`<< /Type /Pages /Count ${sheets.length} /Kids [${kids}] >>`);
  for (const [index, { width, height, pointsPerPixel, filter, data }] of sheets.entries()) {
    const [w, h] = [width, height].map((side) => (side * pointsPerPixel).toFixed(3));
    const drawing = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
    pdf.object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${pageAt(index) + 1} 0 R ` +
        `/Resources << /XObject << /P ${pageAt(index) + 2} 0 R >> >> >>`,
    );
    pdf.object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    pdf.object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
        `/BitsPerComponent 8 /Filter /${filter} /Length ${data.length} >>\nstream\n`,
      data,
      '\nendstream',
    );
  }
  return pdf.end();
};

/** Only a TIFF has several, of which this many are read. */
export const countSheets = (bytes: Uint8Array): { readonly read: number; readonly of: number } => {
  const of = isTiff(bytes) ? countTiffPages(bytes) : 1;
  return { read: Math.min(of, MAX_SHEETS), of };
};

/**
 * The picture in `bytes` as a PDF of its pixels; a TIFF as a PDF of its pages. Throws a DocumentError if it is damaged,
 * truncated, or has too many pixels.
 */
export const pdfOfPicture = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const sheets: PdfSheet[] = [];
  for await (const sheet of sheetsOf(bytes)) sheets.push(await packed(sheet));
  if (sheets.length === 0) throw new DocumentError('document-damaged');
  return pdfOfSheets(sheets);
};
