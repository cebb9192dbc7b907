import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FoundMetadata } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import {
  foundRemarks,
  type ImportRemark,
  MAX_ATTACHMENT_NAME_LENGTH,
  MAX_ATTACHMENTS,
} from '#domain/article/draft/import-remarks.ts';
import { isGarbled } from '#domain/article/machine/garbled-text.ts';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import { pagesOfBrokenWords } from '#domain/article/machine/machine-ranges.ts';
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

/** The file's metadata. Anything unreadable is left out. */
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

/** The file's own page numbers, where they differ from their positions. */
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

/** OCR gives the printed words as well as it can, so its output is not doubtful. */
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
  body: Body,
): readonly ImportRemark[] => {
  const placesOf = (found: readonly PrintedPage[]): number[] => found.map(({ index }) => index);
  return foundRemarks([
    { kind: 'pages-unreadable', pages: [...unreadable] },
    { kind: 'cut-short', what: 'pages', read: pages.length + unreadable.length, of: count },
    { kind: 'pages-without-text', pages: placesOf(pages.filter(hasNoText)) },
    { kind: 'pages-scanned', pages: placesOf(pages.filter(({ isScanned }) => isScanned)) },
    { kind: 'pages-doubtful', pages: placesOf(pages.filter(isDoubtful)) },
    { kind: 'pages-broken-words', pages: [...pagesOfBrokenWords(textBlockSpans(body), canonicalText(body))] },
    { kind: 'pages-read-again', pages: readAgain(machinePages) },
    { kind: 'pages-read-by-machine', pages: placesOf(pages.filter(isReadByMachine)) },
    { kind: 'attachments', names: [...attachments] },
  ]);
};

/** How a PDF is read. */
export type ReadHow = {
  readonly password?: string | undefined;
  /** Pages that were read elsewhere, and are used as read there. */
  readonly machinePages?: readonly MachinePage[] | undefined;
  /** Figures keep their places, but are not drawn. */
  readonly drawsNothing?: boolean | undefined;
};

/**
 * After that no further figure is started: the importer has half a minute for a file, and one figure may take a while.
 */
const DRAWING_ENDS_MS = 20_000;

/** Leaves every figure a placeholder. */
const drawnNowhere: FigureDrawer = { draw: async () => err('too-many-pixels'), close: () => undefined };

/**
 * Draws the figures of a text, as far as time allows. The text is the same without, with placeholders in their place.
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
 * A picture in a PDF is a stream, and the dictionary of a stream is never compressed or encrypted (ISO 32000-2, 7.5.7
 * and 7.6.2): a file with pictures contains the name `/Image`. A file without it needs no operator lists, which take as
 * long as reading the text. Inline pictures are small by the standard (8.9.7), and ignored in such a file.
 */

/** The name, in which any letter may be written as its code. */
const IMAGE = /\/(?:I|#49)(?:m|#6d)(?:a|#61)(?:g|#67)(?:e|#65)(?![\w#])/iu;

/** How many bytes are searched as text at once. */
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
 * pdfjs, set up for reading only: no scripts (it can't run any without a part that is not included), no eval, no
 * WebAssembly, no forms, no decoded pictures, and nothing fetched except the character maps that ship with the app.
 */

/** One for all PDFs of a page: starting it takes longer than reading a short PDF. */
let worker: PDFWorker | null = null;

/** Fonts and decoders are not needed to read text, and not provided. */
const OwnFiles = giveOut({ cMapUrl: characterTables });

/** The code that pdfjs gives for a wrong password. */
const INCORRECT_PASSWORD = 2;

const failureOf = (error: unknown): DocumentFailure => {
  if (!(error instanceof Error) || error.name !== 'PasswordException') return 'document-damaged';
  return 'code' in error && error.code === INCORRECT_PASSWORD ? 'password-wrong' : 'password-needed';
};

/** Opens the bytes of a PDF, which are transferred. Throws a DocumentError if it is locked or can't be parsed. */
export const openPdf = async (bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> => {
  if (worker === null) {
    const port = new Worker(workerUrl, { type: 'module' });
    // Its types have no port; its documentation has.
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
    // Pictures are only listed by position: scripts/app/list-pdf-places.mjs.
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
 * A PDF with its text and its figures, opened with a password if it needs one. Throws a DocumentError if the password
 * is missing or wrong, or the file is damaged. Null if its pages contain neither words nor scans.
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
        ...remarksOn(read, await findAttachments(pdf), machinePages, body),
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
