/** PDFs with pictures: of a known report, and malicious ones for decoders. */
import { deflateSync } from 'node:zlib';
import { type PdfObject, pdfOf, tree } from './hostile-pdfs.ts';

const stream = (number: number, said: string, content: string): PdfObject => [
  number,
  `<< ${said} /Length ${content.length} >>\nstream\n${content}\nendstream`,
];

const packed = (bytes: Uint8Array): string => `${Buffer.from(deflateSync(bytes)).toString('hex')}>`;

/** A grey picture with that many pixels, of which only those in `data` exist. */
const picture = (number: number, width: number, height: number, data: string): PdfObject =>
  stream(
    number,
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /FlateDecode]`,
    data,
  );

/** Steps of grey from the left to the right. */
const steps = (width: number, height: number): string =>
  packed(Uint8Array.from({ length: width * height }, (_, at) => ((at % width) * 255) / width));

const page = (number: number, content: number, xobjects: string): PdfObject => [
  number,
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << ${xobjects} >> >> >>`,
];

const CATALOG: PdfObject = [1, '<< /Type /Catalog /Pages 2 0 R >>'];

const words = (text: string, y: number): string => `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET\n`;
const paint = (name: string, x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`;

/** The text of each of these files, besides the words that identify it. */
export const PICTURED_WORDS = 'The strait is closed to tankers.';

const text = (name: string): string => words(PICTURED_WORDS, 760) + words(`So says the ${name}.`, 380);

/** Two paragraphs, a chart with its caption between them, and a picture too small to be a figure. */
export const reportWithFigure = (): Uint8Array =>
  pdfOf([
    CATALOG,
    tree('3 0 R', 1),
    page(3, 4, '/P 5 0 R /M 6 0 R'),
    stream(
      4,
      '',
      text('report') +
        words('Figure 1. Tankers by week', 470) +
        paint('P', 72, 500, 300, 200) +
        paint('M', 40, 760, 8, 8),
    ),
    picture(5, 300, 200, steps(300, 200)),
    picture(6, 8, 8, steps(8, 8)),
  ]);

/** A picture of thousands of millions of pixels in a few bytes. */
export const vastPicture = (side = 60_000): Uint8Array =>
  pdfOf([
    CATALOG,
    tree('3 0 R', 1),
    page(3, 4, '/P 5 0 R'),
    stream(4, '', text('vast one') + paint('P', 72, 500, 300, 200)),
    picture(5, side, side, packed(new Uint8Array(10_000))),
  ]);

/** Thousands of pictures, each a separate object many times as large as its bytes. */
export const manyPictures = (count = 10_000): Uint8Array => {
  const numbers = Array.from({ length: count }, (_, at) => at + 5);
  const data = packed(new Uint8Array(4_000_000));
  const place = (at: number): string =>
    paint(`P${at + 5}`, 60 + (at % 100) * 4.5, 400 + Math.floor(at / 100) * 3, 4, 2);
  return pdfOf([
    CATALOG,
    tree('3 0 R', 1),
    page(3, 4, numbers.map((number) => `/P${number} ${number} 0 R`).join(' ')),
    stream(4, '', text('one of many') + numbers.map((_, at) => place(at)).join('')),
    ...numbers.map((number) => picture(number, 2000, 2000, data)),
  ]);
};

/** Pages with large pictures, of which only a few fit in memory at a time. */
export const largePictures = (pages = 40): Uint8Array => {
  const data = packed(new Uint8Array(36_000_000));
  const places = Array.from({ length: pages }, (_, at) => 3 + 3 * at);
  return pdfOf([
    CATALOG,
    tree(places.map((number) => `${number} 0 R`).join(' '), pages),
    ...places.flatMap((number) => [
      page(number, number + 1, `/P ${number + 2} 0 R`),
      stream(number + 1, '', text('large one') + paint('P', 72, 500, 300, 200)),
      picture(number + 2, 6000, 6000, data),
    ]),
  ]);
};

/** Forms that draw ten others each, ten levels deep, with a picture at the end; and one that draws itself. */
export const nestedForms = (): Uint8Array => {
  const depth = 10;
  const form = (number: number, next: number): PdfObject =>
    stream(
      number,
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${next} 0 R >> >>`,
      '/F Do\n'.repeat(10),
    );
  return pdfOf([
    CATALOG,
    tree('3 0 R', 1),
    page(3, 4, '/F 6 0 R /L 5 0 R'),
    stream(4, '', `${text('nested one')}/F Do /L Do`),
    form(5, 5),
    ...Array.from({ length: depth }, (_, at) => form(6 + at, 7 + at)),
    picture(6 + depth, 10, 10, steps(10, 10)),
  ]);
};

/** More lines and pictures than any page has. */
export const crowdedPage = (count = 1_000_000): Uint8Array =>
  pdfOf([
    CATALOG,
    tree('3 0 R', 1),
    page(3, 4, '/P 5 0 R'),
    stream(
      4,
      '',
      `${text('crowded one')}${'q 0 0 m 9 9 l S Q\n'.repeat(count)}${paint('P', 72, 500, 300, 200)}`,
    ),
    picture(5, 300, 200, steps(300, 200)),
  ]);
