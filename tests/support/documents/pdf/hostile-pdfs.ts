/** PDFs that try to act, or to be parsed endlessly. Each is what a mail might bring. */

export type PdfObject = readonly [number: number, content: string];

/** A file of these objects, the first of which is the catalogue. */
export const pdfOf = (objects: readonly PdfObject[]): Uint8Array => {
  let file = '%PDF-1.7\n';
  const places: string[] = [];
  for (const [number, content] of objects) {
    places.push(`${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
};

const page = (number: number, content: number, more = ''): PdfObject => [
  number,
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${more} >>`,
];
const words = (number: number, text: string): PdfObject => {
  const stream = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
  return [number, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`];
};

export const tree = (kids: string, count: number): PdfObject => [
  2,
  `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
];

/** Runs a script, starts a program, opens an address: on opening, on showing a page, on pressing a link. */
export const actingPdf = (address: string): Uint8Array =>
  pdfOf([
    [
      1,
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${address}/js", true\\); this.submitForm\\("${address}/form"\\);) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >> >>`,
    ],
    tree('3 0 R', 1),
    page(
      3,
      4,
      `/AA << /O << /S /URI /URI (${address}/page) >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /GoToR /F << /FS /URL /F (${address}/remote.pdf) >> >> >>]`,
    ),
    words(4, 'The strait is closed.'),
  ]);

/** A cyclic page tree. */
export const loopedPdf = (): Uint8Array =>
  pdfOf([[1, '<< /Type /Catalog /Pages 2 0 R >>'], tree('2 0 R', 100), words(3, 'x')]);

/** Claims two thousand million pages, and has one. */
export const boastingPdf = (): Uint8Array =>
  pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    tree('3 0 R', 2_000_000_000),
    page(3, 4),
    words(4, 'One page.'),
  ]);

/** A page with a black square and without words. */
export const wordlessPdf = (): Uint8Array =>
  pdfOf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    tree('3 0 R', 1),
    page(3, 4),
    [4, '<< /Length 22 >>\nstream\n0 0 0 rg 0 0 99 99 re f\nendstream'],
  ]);

/** The first half of a file: its cross-reference table is gone. */
export const cutPdf = (pdf: Uint8Array): Uint8Array => pdf.slice(0, Math.floor(pdf.length * 0.6));
