import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// Reads a PDF as others do: with the tools of Poppler and with qpdf, not with the library that made it.

const run = promisify(execFile);
const maxOutputBytes = 64 * 1024 * 1024;

/** The output of a program. */
export const outputOf = async (program: string, args: readonly string[]): Promise<string> =>
  (await run(program, [...args], { maxBuffer: maxOutputBytes })).stdout;

/** `layout` keeps words in their place on the page; `raw` keeps them in the order in which the file draws them. */
type ReadOptions = { readonly layout?: boolean; readonly raw?: boolean };

/** The text in reading order; pages end with a form feed. */
export const pdfText = (file: string, { layout = false, raw = false }: ReadOptions = {}): Promise<string> =>
  outputOf('pdftotext', [...(layout ? ['-layout'] : []), ...(raw ? ['-raw'] : []), file, '-']);

/** The text of each page. */
export async function pdfPageTexts(file: string, options: ReadOptions = {}): Promise<string[]> {
  return (await pdfText(file, options)).split('\f').slice(0, -1);
}

/** What `pdfinfo` prints: `Title`, `Pages`, `Tagged`, `Page size` and so on, as text. */
export async function pdfInfo(file: string): Promise<Record<string, string>> {
  const lines = (await outputOf('pdfinfo', [file])).split('\n');
  return Object.fromEntries(
    lines
      .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** The tree of tags with the text under each. */
export const pdfStructure = (file: string): Promise<string> => outputOf('pdfinfo', ['-struct-text', file]);

/** The text as read aloud: in the order of the structure tree, without repeated parts of pages. */
export async function pdfTaggedText(file: string): Promise<string> {
  const lines = (await pdfStructure(file)).matchAll(/^\s*"(.*)"$/gmu);
  return Array.from(lines, ([, words]) => words)
    .join(' ')
    .replaceAll(/\s+/gu, ' ');
}

/** The raw XMP metadata, which contains a PDF/UA claim. */
export const pdfMetadata = (file: string): Promise<string> => outputOf('pdfinfo', ['-meta', file]);

/** The names of the embedded fonts, without the subset prefix: "NotoSerifJP-Regular". */
export async function pdfFonts(file: string): Promise<readonly string[]> {
  const [, , ...lines] = (await outputOf('pdffonts', [file])).trimEnd().split('\n');
  return lines.map((line) => (line.split(' ')[0] ?? '').replace(/^[A-Z]{6}\+/u, ''));
}

/** The fonts embedded as a subset with a Unicode map for their glyphs; and all others. */
export async function pdfFontPrograms(file: string): Promise<{ whole: string[]; lacking: string[] }> {
  const [, , ...lines] = (await outputOf('pdffonts', [file])).trimEnd().split('\n');
  const isWhole = (line: string): boolean => /\syes yes yes\s+\d+\s+\d+$/u.test(line);
  return { whole: lines.filter(isWhole), lacking: lines.filter((line) => !isWhole(line)) };
}

/** The number of attached files, as counted by Poppler. */
export const pdfAttachments = async (file: string): Promise<number> =>
  Number.parseInt(await outputOf('pdfdetach', ['-list', file]), 10);

/** Throws with qpdf's message if the file is not a valid PDF. */
export async function checkPdf(file: string): Promise<void> {
  await outputOf('qpdf', ['--check', file]);
}

type QpdfValue = string | number | null | QpdfValue[] | { readonly [key: string]: QpdfValue };
type QpdfDump = {
  readonly pages: readonly { readonly object: string }[];
  readonly qpdf: readonly [unknown, { readonly [object: string]: { readonly value: QpdfValue } }];
};

export type PdfLink = {
  /** From 1. */
  readonly page: number;
  /** What assistive technology reads. */
  readonly name: string;
  /** Whether it is in the structure tree, as a link. */
  readonly isTagged: boolean;
  /**
   * Its target within the file: a page from 1, and the distance of its upper left corner from the page's lower left.
   */
  readonly to: { readonly page: number; readonly x: number; readonly y: number } | null;
};

const fieldsOf = (value: QpdfValue | undefined): { readonly [key: string]: QpdfValue } =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

const readDump = async (file: string): Promise<QpdfDump> =>
  JSON.parse(await outputOf('qpdf', ['--json=2', '--json-key=qpdf', '--json-key=pages', file]));

/** The alternative texts of pictures and other elements without words. */
export async function pdfAlternatives(file: string): Promise<string[]> {
  const [, objects] = (await readDump(file)).qpdf;
  return Object.values(objects)
    .map(({ value }) => fieldsOf(value)['/Alt'])
    .filter((words) => typeof words === 'string')
    .map((words) => words.replace(/^u:/, ''));
}

/** All links in page order, as qpdf reads them. */
export async function pdfLinks(file: string): Promise<PdfLink[]> {
  const dump = await readDump(file);
  const objects = dump.qpdf[1];
  const resolve = (value: QpdfValue | undefined): QpdfValue =>
    typeof value === 'string' && / R$/.test(value)
      ? (objects[`obj:${value}`]?.value ?? null)
      : (value ?? null);
  const pages = dump.pages.map(({ object }) => object);
  const tagged = new Set(
    Object.values(objects)
      .map(({ value }) => fieldsOf(value))
      .filter((element) => element['/S'] === '/Link')
      .flatMap((element) => [element['/K'] ?? null].flat().map((kid) => fieldsOf(kid)['/Obj'])),
  );
  return pages.flatMap((object, at) => {
    const annotations = resolve(fieldsOf(resolve(object))['/Annots']);
    if (!Array.isArray(annotations)) return [];
    return annotations.map((annotation) => {
      const { '/Contents': contents, '/Dest': destination } = fieldsOf(resolve(annotation));
      const [page, , x, y] = [resolve(destination)].flat();
      const to = page === null ? null : { page: pages.indexOf(String(page)) + 1, x: Number(x), y: Number(y) };
      const isTagged = tagged.has(annotation);
      return { page: at + 1, name: String(contents).replace(/^u:/, ''), isTagged, to };
    });
  });
}

/** The words of a page with the place of each: points from its upper left. */
export async function pdfWords(
  file: string,
  page: number,
): Promise<
  {
    readonly word: string;
    readonly x: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }[]
> {
  const html = await outputOf('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, file, '-']);
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;
  return Array.from(html.matchAll(word), ([, x, top, right, bottom, text]) => ({
    word: text ?? '',
    x: Number(x),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}

/** The objects of the file, uncompressed, as raw bytes. */
export const pdfObjects = async (file: string): Promise<string> =>
  (
    await run('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
      encoding: 'latin1',
      maxBuffer: maxOutputBytes,
    })
  ).stdout;
