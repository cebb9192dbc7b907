import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FoundMetadata } from '#domain/article/article.ts';
import {
  foundRemarks,
  type ImportRemark,
  MAX_ATTACHMENT_NAME_LENGTH,
  MAX_ATTACHMENTS,
} from '#domain/article/draft/import-remarks.ts';
import { isGarbled } from '#domain/article/machine/garbled-text.ts';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { err } from '#domain/result.ts';
import { characterTables, giveOut, OWN_FILES } from '#renderer/pdf/own-files.ts';
import { DocumentError, type DocumentFailure } from '../document-error.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';
import { foundInProperties } from '../package/document-properties.ts';
import { keepPicturesAt, pictureLimits } from '../picture/keep-pictures.ts';
import { articleOfPages } from './article-of-pages.ts';
import { createFigureDrawer, type FigureDrawer } from './figures/draw-figures.ts';
import { figureAtAddress } from './figures/figure-address.ts';
import type { Figure } from './figures/find-figures.ts';
import { readMarks } from './marks/read-marks.ts';
import workerUrl from './pdf-worker.ts?worker&url';
import type { PrintedPage } from './printed-text.ts';
import { type ReadPages, readPages } from './read-pages.ts';

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

/** "D:20240409103000+02'00'" as 2024-04-09. */
const dateOf = (value: unknown): string | null => {
  const [, year, month = '01', day = '01'] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text(value) ?? '') ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
};

/** What the file says of itself. Whatever of it can't be read is not known. */
const findProperties = async (pdf: PDFDocumentProxy): Promise<FoundMetadata> => {
  try {
    const { info, metadata } = await pdf.getMetadata();
    const said = info as Readonly<Record<string, unknown>>;
    return foundInProperties({
      title: text(metadata?.get('dc:title')) ?? text(said.Title),
      author: text(said.Author),
      date: dateOf(said.CreationDate) ?? dateOf(said.ModDate),
      language: text(said.Language),
      publisher: text(metadata?.get('prism:publicationname')),
      identifiers: ['prism:doi', 'pdfx:doi', 'crossmark:doi', 'dc:identifier'].map((name) =>
        text(metadata?.get(name)),
      ),
    });
  } catch {
    return {};
  }
};

/** The numbers that the file gives its pages, where they are other than their places. */
const findLabels = async (pdf: PDFDocumentProxy): Promise<ReadonlyMap<number, string>> => {
  const labels = await pdf.getPageLabels().catch(() => null);
  const isPlain = labels?.every((label, at) => label === String(at + 1)) ?? true;
  if (labels === null || isPlain) return new Map();
  return new Map(
    labels.flatMap((label, at) => (label === '' || label.length > 20 ? [] : [[at + 1, label] as const])),
  );
};

const findAttachments = async (pdf: PDFDocumentProxy): Promise<readonly string[]> => {
  const attachments: unknown = await pdf.getAttachments().catch(() => null);
  return Object.keys((attachments ?? {}) as object)
    .map((name) => name.trim().slice(0, MAX_ATTACHMENT_NAME_LENGTH))
    .filter((name) => name !== '')
    .slice(0, MAX_ATTACHMENTS);
};

const hasNoText = ({ items, isScanned }: PrintedPage): boolean =>
  !isScanned && items.every((item) => item.text.trim() === '');

/** What OCR has read from the picture says what is printed, as well as it can. */
const isDoubtful = ({ items }: PrintedPage): boolean =>
  items.every(({ confidence }) => confidence === null) && isGarbled(items.map((item) => item.text).join(' '));

const isReadByMachine = ({ items }: PrintedPage): boolean =>
  items.some(({ confidence }) => confidence !== null);

/** Those of `machinePages` whose letters are those of the text layer. */
const readAgain = (machinePages: readonly MachinePage[]): number[] =>
  machinePages
    .filter(({ words }) => words.some(({ confidence }) => confidence === null))
    .map(({ index }) => index)
    .sort((a, b) => a - b);

const remarksOn = (
  { pages, unreadable, count }: ReadPages,
  attachments: readonly string[],
  machinePages: readonly MachinePage[],
): readonly ImportRemark[] => {
  const placesOf = (found: readonly PrintedPage[]): number[] => found.map(({ index }) => index);
  return foundRemarks([
    { kind: 'pages-unreadable', pages: [...unreadable] },
    { kind: 'cut-short', what: 'pages', read: pages.length + unreadable.length, of: count },
    { kind: 'pages-without-text', pages: placesOf(pages.filter(hasNoText)) },
    { kind: 'pages-scanned', pages: placesOf(pages.filter(({ isScanned }) => isScanned)) },
    { kind: 'pages-doubtful', pages: placesOf(pages.filter(isDoubtful)) },
    { kind: 'pages-read-again', pages: readAgain(machinePages) },
    { kind: 'pages-read-by-machine', pages: placesOf(pages.filter(isReadByMachine)) },
    { kind: 'attachments', names: [...attachments] },
  ]);
};

/** How a PDF is read. */
export type ReadHow = {
  readonly password?: string | undefined;
  /** Pages that were read elsewhere, and are taken as they were read there. */
  readonly machinePages?: readonly MachinePage[] | undefined;
  /** Figures keep their places, and none is drawn. */
  readonly drawsNothing?: boolean | undefined;
};

/** After that no figure is begun: the importer's page has half a minute for a file, and one figure may take a while. */
const DRAWING_ENDS_MS = 20_000;

/** Leaves every figure a placeholder. */
const drawnNowhere: FigureDrawer = { draw: async () => err('too-many-pixels'), close: () => undefined };

/**
 * The figures of a text drawn, as far as there is time. Without it the text is the same, with placeholders in their
 * place.
 */
const keepFigures = async (
  parsed: ParsedArticle,
  figures: readonly Figure[],
  drawer: FigureDrawer,
  startMs: number,
): Promise<ParsedArticle> => {
  const leftMs = startMs + DRAWING_ENDS_MS - performance.now();
  try {
    return await keepPicturesAt(parsed, {
      isOfPicture: (address) => figureAtAddress(address) !== null,
      draw: async (address) => {
        const figure = figures[figureAtAddress(address) ?? -1];
        return figure === undefined ? err('no-picture') : drawer.draw(figure);
      },
      limits: { ...pictureLimits, timeMs: leftMs },
    });
  } finally {
    drawer.close();
  }
};

/**
 * A picture of a PDF is a stream, and the dictionary of a stream is never packed or encrypted (ISO 32000-2, 7.5.7 and
 * 7.6.2): where a file has one, its bytes hold the name `/Image`. So a file that holds none needs no look at what its
 * pages draw, which takes as long as reading their text. Pictures within the drawing of a page are small by the
 * standard (8.9.7), and are not looked for in such a file.
 */

/** The name, in which any letter may be written as its code. */
const IMAGE = /\/(?:I|#49)(?:m|#6d)(?:a|#61)(?:g|#67)(?:e|#65)(?![\w#])/iu;

/** So many bytes are looked at as text at once. */
const AT_ONCE = 1 << 20;
/** Longer than the name with all its letters as codes. */
const OVERLAP = 32;

/** Whether a PDF may have pictures. */
export const hasPictures = (pdf: Uint8Array): boolean => {
  const decoder = new TextDecoder('latin1');
  for (let at = 0; at < pdf.length; at += AT_ONCE)
    if (IMAGE.test(decoder.decode(pdf.subarray(at, at + AT_ONCE + OVERLAP)))) return true;
  return false;
};

/**
 * The library that reads PDFs, set up to do nothing but read: no scripts (it runs none without a part that is not
 * here), no eval, no WebAssembly, no forms drawn, no picture decoded, and nothing fetched but the tables of characters
 * that ship with the app.
 */

/** One for all PDFs of a page: starting it takes longer than reading a short PDF. */
let worker: PDFWorker | null = null;

/** Fonts and programs are not needed to read text, and are not had. */
const OwnFiles = giveOut({ cMapUrl: characterTables });

/** What the library says of a password that is not the one. */
const INCORRECT_PASSWORD = 2;

const failureOf = (error: unknown): DocumentFailure => {
  if (!(error instanceof Error) || error.name !== 'PasswordException') return 'document-damaged';
  return 'code' in error && error.code === INCORRECT_PASSWORD ? 'password-wrong' : 'password-needed';
};

/** Opens the bytes of a PDF, which are given away. Throws a DocumentError where it is locked or can't be followed. */
export const openPdf = async (bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> => {
  if (worker === null) {
    const port = new Worker(workerUrl, { type: 'module' });
    // Its types know of no port; its documentation does.
    worker = new PDFWorker({ port } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  }
  const task = getDocument({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    worker,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: OWN_FILES,
    BinaryDataFactory: OwnFiles,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    // Pictures are listed by their places: scripts/app/list-pdf-places.mjs.
    maxImageSize: 0,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    throw new DocumentError(failureOf(error));
  }
};

/**
 * A PDF with its text and its figures, opened with a password where it asks for one. Throws a DocumentError where the
 * password lacks or is not the one, and where the file is damaged. Null where neither words nor scans stand on its
 * pages.
 */
export const parsePdf = async (
  bytes: Uint8Array,
  { password, machinePages = [], drawsNothing = false }: ReadHow = {},
): Promise<ParsedArticle | null> => {
  const startMs = performance.now();
  const mayHavePictures = hasPictures(bytes);
  const pdf = await openPdf(bytes, password);
  try {
    const read = await readPages(pdf, machinePages, mayHavePictures);
    if (read.pages.length === 0) throw new DocumentError('document-damaged');
    const article = articleOfPages(read.pages, await findLabels(pdf));
    if (article === null) return null;
    const { body, leftOut, remarks, figures } = article;
    const { marks, unread } = await readMarks(
      pdf,
      read.pages.map(({ index }) => index),
    );
    const parsed: ParsedArticle = {
      body,
      leftOut,
      remarks: [
        ...remarksOn(read, await findAttachments(pdf), machinePages),
        ...remarks,
        ...foundRemarks([{ kind: 'pages-marks-unread', pages: [...unread] }]),
      ],
      found: { ...(await findProperties(pdf)), ...titleOfBody(body) },
      ...(marks.length === 0 ? {} : { marks }),
    };
    if (figures.length === 0) return parsed;
    const pages = new Map(read.pages.map((page) => [page.index, page]));
    const drawer = drawsNothing
      ? drawnNowhere
      : createFigureDrawer(() => pdf.getData(), password ?? null, pages);
    return await keepFigures(parsed, figures, drawer, startMs);
  } finally {
    await pdf.loadingTask.destroy();
  }
};
