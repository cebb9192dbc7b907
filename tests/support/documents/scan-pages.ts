import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** A page as grey pixels, a byte each. */
type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const POINTS_AN_INCH = 72;

/** The pages of `pdf` as a scanner sees them, by poppler, at so many dots an inch. */
const takePictures = (pdf: Uint8Array, dpi: number): readonly Picture[] => {
  const folder = mkdtempSync(join(tmpdir(), 'precis-scan-'));
  try {
    writeFileSync(join(folder, 'printed.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), 'printed.pdf', 'page'], { cwd: folder });
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPicture(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A PGM: "P5", width, height, the largest value, each behind white space, then a byte for each pixel. */
const readPicture = (file: Uint8Array): Picture => {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 64));
  const [whole, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(head) ?? [];
  if (whole === undefined) throw new Error('pdftoppm has written no PGM');
  return { width: Number(width), height: Number(height), pixels: file.subarray(whole.length) };
};

/** Objects of a PDF, numbered from 1; the first is the catalogue. */
const writePdf = (objects: readonly Uint8Array[]): Uint8Array => {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, object] of objects.entries()) {
    places.push(size());
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const start = size();
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
};

const stream = (dictionary: string, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

/** A page that is a picture and nothing else: the page, what it draws, and the picture. */
const pageObjects = (
  { width, height, pixels }: Picture,
  dpi: number,
  first: number,
): readonly Uint8Array[] => {
  const [wide, high] = [width, height].map((length) => (length * POINTS_AN_INCH) / dpi);
  const drawn = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Scan Do Q`);
  return [
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${first + 1} 0 R /Resources << /XObject << /Scan ${first + 2} 0 R >> >> >>`,
    ),
    stream('', drawn),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(pixels),
    ),
  ];
};

/**
 * `pdf` printed and scanned at so many dots an inch: the same pages, each a picture without a text layer. With
 * `claimedDpi` the file claims that its dots are of another size, and its pages with them.
 */
export const scanPages = (pdf: Uint8Array, dpi: number, claimedDpi = dpi): Uint8Array => {
  const pictures = takePictures(pdf, dpi);
  const pages = pictures.map((_, at) => 3 + 3 * at);
  return writePdf([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ),
    ...pictures.flatMap((picture, at) => pageObjects(picture, claimedDpi, pages[at] ?? 0)),
  ]);
};
