import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** A page as grey pixels, one byte each. */
type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const POINTS_AN_INCH = 72;

/** The pages of `pdf` as a scanner sees them, by poppler, at that resolution. */
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

/** A PGM: "P5", width, height, the maximum value, each after white space, then one byte for each pixel. */
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

/** A page that is only a picture: the page, its content, and the picture. */
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
 * `pdf` printed and scanned at that resolution: the same pages, each a picture without a text layer. With `claimedDpi`
 * the file claims another resolution, and another page size with it.
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

/** A value of a TIFF in little endian, as a long number. */
const tag = (number: number, value: number): Uint8Array => {
  const entry = Buffer.alloc(12);
  entry.writeUInt16LE(number, 0);
  entry.writeUInt16LE(4, 2);
  entry.writeUInt32LE(1, 4);
  entry.writeUInt32LE(value, 8);
  return entry;
};

/** As stored by a camera held sideways: a quarter turned to the left, which orientation 6 reverses. */
const onSide = ({ width, height, pixels }: Picture): Picture => {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[(width - 1 - x) * height + y] = pixels[y * width + x] ?? 0;
  return { width: height, height: width, pixels: turned };
};

/** The tag list of a page whose pixels begin at `start`; `next` is the position of the next page's list. */
const listOfTags = ({ width, height, pixels }: Picture, start: number, next: number): Uint8Array => {
  const tags = [
    ...[tag(256, width), tag(257, height), tag(258, 8), tag(259, 1), tag(262, 1), tag(273, start)],
    ...[tag(274, 6), tag(277, 1), tag(278, height), tag(279, pixels.length)],
  ];
  const list = Buffer.concat([Buffer.alloc(2), ...tags, Buffer.alloc(4)]);
  list.writeUInt16LE(tags.length, 0);
  list.writeUInt32LE(next, list.length - 4);
  return list;
};

/** The pages of `pdf` as photographs in one TIFF: each is sideways, with the matching orientation. */
export const photographPages = (pdf: Uint8Array, dpi: number): Uint8Array => {
  const pictures = takePictures(pdf, dpi).map(onSide);
  const parts: Uint8Array[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  const listBytes = 2 + 10 * 12 + 4;
  for (const [index, picture] of pictures.entries()) {
    const start = size() + listBytes;
    const next = start + picture.pixels.length;
    parts.push(listOfTags(picture, start, index === pictures.length - 1 ? 0 : next), picture.pixels);
  }
  const tiff = Buffer.concat(parts);
  tiff.writeUInt32LE(8, 4);
  return new Uint8Array(tiff);
};
