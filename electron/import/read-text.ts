import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { ArticleRecord } from '#domain/article/article.ts';
import { attachedFileName, isHolderFormat } from '#domain/article/attachment.ts';
import type { ImportRemark } from '#domain/article/draft/import-remarks.ts';
import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';
import { type ArticleFormat, articleFormats, maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { unsupportedCode } from '#domain/article/formats/unsupported-formats.ts';
import { hasBrokenWords } from '#domain/article/machine/broken-words.ts';
import { isGarbled } from '#domain/article/machine/garbled-text.ts';
import { type MachinePage, machineText } from '#domain/article/machine/machine-page.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { DraftEncoding, OfferedAttachment } from '#domain/contract/import.ts';
import type { AttachedPart, ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { isKeepNote } from '#domain/inbox/keep-note.ts';
import type { DrawnMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ClipboardContent } from '../ports/desktop.ts';
import type { Importer } from '../ports/importer.ts';
import type { ScanReader } from '../ports/scan-reader.ts';
import type {
  AttachedOriginal,
  HowDrawn,
  ReadHow,
  ReadResult,
  ReadText,
  TextReader,
} from '../ports/text-reader.ts';
import { decodeLeniently } from './encoding/decode-as.ts';
import { type DecodedText, decodeText } from './encoding/decode-text.ts';
import { foreignWords } from './encoding/foreign-words.ts';
import { type FileKind, formatOfName, kindOfFile } from './file-format.ts';
import { partOfPath, readPartOf } from './parts-of-file.ts';
import { readKeptPage } from './read-kept-page.ts';
import { readOriginal } from './read-original.ts';

/** The sandboxed page that parses texts, and the OCR reader for pages whose letters it garbles. */
type Readers = Pick<Importer, 'parse'> & Pick<ScanReader, 'readLetters'>;

type Origin = Omit<ReadText, 'body' | 'found'>;

/** The original keeps its ending, by which other programs open it, if that is a usual one. */
const originalFileName = (fileName: string, format: ArticleFormat): string => {
  const ending = extname(fileName).slice(1).toLowerCase();
  return `original.${/^[a-z0-9]{1,10}$/.test(ending) ? ending : articleFormats[format].endings[0]}`;
};

/** A page with fewer letters than this is not considered. */
const LEAST_LETTERS = 20;

const isClear = (page: MachinePage): boolean => {
  const text = machineText(page);
  return (
    (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= LEAST_LETTERS && !isGarbled(text) && !hasBrokenWords(text)
  );
};

/**
 * The pages of a PDF whose letters or words the first reader gets wrong and the second right; empty if there are none,
 * or if the second reader does no better.
 */
export const clearPages = async (
  { readLetters }: Pick<ScanReader, 'readLetters'>,
  { bytes, password, machinePages = [] }: ParseRequest,
  { remarks = [] }: Pick<ParsedArticle, 'remarks'>,
): Promise<readonly MachinePage[]> => {
  const known = new Set(machinePages.map(({ index }) => index));
  const doubtful = remarks
    .flatMap((remark) =>
      remark.kind === 'pages-doubtful' || remark.kind === 'pages-broken-words' ? remark.pages : [],
    )
    .filter((page) => !known.has(page));
  if (doubtful.length === 0) return [];
  return (await readLetters({ bytes, password, pages: doubtful })).filter(isClear);
};

const parseWith = async (readers: Readers, request: ParseRequest, origin: Origin): ReadResult => {
  const { machinePages } = request;
  const parsed = await readers.parse(request);
  if (!parsed.ok) return parsed;
  const clear = await clearPages(readers, request, parsed.value);
  if (clear.length === 0) return ok({ ...origin, ...parsed.value, machinePages });
  const allPages = [...(machinePages ?? []), ...clear];
  const again = await readers.parse({ ...request, machinePages: allPages });
  // The first reader's result is better than nothing.
  return ok({ ...origin, ...(again.ok ? again : parsed).value, machinePages: allPages });
};

/** The number of encodings that are shown with a sample. */
const MAX_CHOICES = 8;

const MAX_BYTES = 160;
const SHOWN_CHARACTERS = 72;

/** The first non-ASCII words of a text, decoded as `encoding`, on one line: a person chooses by their letters. */
export const sampleWords = (bytes: Uint8Array, encoding: TextEncoding): string => {
  const { text } = decodeLeniently(foreignWords(bytes, MAX_BYTES), encoding);
  const words = [...new Set(text.split(/[\s\p{Cc}]+/u))].join(' ').trim();
  return [...words].slice(0, SHOWN_CHARACTERS).join('');
};

const draftEncoding = (
  bytes: Uint8Array,
  { encoding, isCertain, unreadable, likely }: DecodedText,
): DraftEncoding => ({
  encoding,
  isCertain,
  unreadable,
  choices: likely.slice(0, MAX_CHOICES).map((each) => ({ encoding: each, sample: sampleWords(bytes, each) })),
});

/** The input of a format's reader; for a text, also how it was decoded. */
type Readable = { readonly bytes: Uint8Array; readonly decoded: DecodedText | null };

const toReadable = async (
  original: Uint8Array,
  format: ArticleFormat,
  encoding?: TextEncoding,
): Promise<Result<Readable, ImportFailure>> => {
  const { text } = articleFormats[format];
  if (text === null) return ok({ bytes: original, decoded: null });
  const decoded = await decodeText(original, { isHtml: text === 'html', encoding });
  if (!decoded.ok) return decoded;
  return ok({ bytes: new TextEncoder().encode(decoded.value.text), decoded: decoded.value });
};

const readBytes = async (
  original: Uint8Array,
  name: string,
  importer: Readers,
  { encoding, password, selected }: ReadHow & Pick<ParseRequest, 'selected'>,
): ReadResult => {
  const { format, unsupported }: FileKind =
    original.length === 0 ? { format: 'txt', unsupported: null } : kindOfFile(name, original);
  if (format === null) return err(unsupportedCode(unsupported));
  if (original.length > maxBytesOf(format)) return err('file-too-large');
  const readable = await toReadable(original, format, encoding);
  if (!readable.ok) return readable;
  const { bytes, decoded } = readable.value;
  const read = await parseWith(
    importer,
    {
      ...{ format, bytes },
      ...(password === undefined ? {} : { password }),
      ...(selected === undefined ? {} : { selected }),
    },
    {
      format,
      originalName: name,
      originalFile: originalFileName(name, format),
      encoding: decoded === null ? null : draftEncoding(original, decoded),
      original,
    },
  );
  const named = nameRemarks(name, format);
  return read.ok && named.length > 0
    ? ok({ ...read.value, remarks: [...named, ...(read.value.remarks ?? [])] })
    : read;
};

/** The remark for a file whose name suggests another format than its bytes. */
const nameRemarks = (name: string, format: ArticleFormat): readonly ImportRemark[] => {
  const named = formatOfName(name);
  return named === null || named === format
    ? []
    : [{ kind: 'named-otherwise', named: articleFormats[named].name, is: articleFormats[format].name }];
};

/** Excerpts are stored as a file that Precis writes. */
const readExcerpts = (original: Uint8Array, originalName: string, importer: Readers): ReadResult =>
  parseWith(
    importer,
    { format: 'excerpts', bytes: original },
    { format: 'excerpts', originalName, originalFile: 'original.json', encoding: null, original },
  );

const readTextFile = async (path: string, importer: Readers, how: ReadHow): ReadResult => {
  if (isKeepNote(path))
    return readKeptPage(path, {
      readBytes: (name, bytes, selected) => readBytes(bytes, name, importer, { selected }),
      readExcerpts: (bytes, name) => readExcerpts(bytes, name, importer),
    });
  const bytes = await readOriginal(path, maxBytesOf(formatOfName(path)));
  if (bytes.ok || bytes.error !== 'file-missing' || partOfPath(path) === null)
    return bytes.ok ? readBytes(bytes.value, basename(path), importer, how) : bytes;
  const part = await readPartOf(path, maxBytesOf('eml'));
  if (!part.ok) return part;
  return readBytes(part.value.bytes, `${basename(path)}.${part.value.ending}`, importer, how);
};

const readTextAs = async (read: ReadText, encoding: TextEncoding, importer: Readers): ReadResult => {
  const { original, originalName } = read;
  if (originalName === null || read.encoding === null) return err('encoding-mismatch');
  const again = await readBytes(original, originalName, importer, { encoding });
  if (!again.ok || again.value.encoding === null) return again;
  const { choices } = read.encoding;
  const isAmong = choices.some((choice) => choice.encoding === encoding);
  const kept = isAmong ? choices : [...choices, ...again.value.encoding.choices];
  return ok({ ...again.value, encoding: { ...again.value.encoding, choices: kept } });
};

const readWithPages = async (
  { machinePages = [], original, ...read }: ReadText,
  pages: readonly MachinePage[],
  importer: Readers,
  password?: string,
): ReadResult => {
  const { format, originalName, originalFile, encoding } = read;
  const isAnew = new Set(pages.map(({ index }) => index));
  const allPages = [...machinePages.filter(({ index }) => !isAnew.has(index)), ...pages];
  return parseWith(
    importer,
    { format, bytes: original, machinePages: allPages, ...(password === undefined ? {} : { password }) },
    { format, originalName, originalFile, encoding, original },
  );
};

const readPaste = async (content: ClipboardContent, importer: Readers): ReadResult => {
  const { text, html, sourceUrl } = content;
  if (text.length + html.length > maxBytesOf('clipboard')) return err('file-too-large');
  const original = new TextEncoder().encode(`${JSON.stringify({ sourceUrl, text, html }, null, 2)}\n`);
  return parseWith(
    importer,
    { format: 'clipboard', bytes: original },
    {
      format: 'clipboard',
      originalName: null,
      originalFile: 'original.json',
      encoding: null,
      original,
    },
  );
};

const readOriginalAgain = async (
  { format, originalName, originalFile, originalEncoding }: ArticleRecord,
  original: Uint8Array,
  importer: Readers,
  password?: string,
): ReadResult => {
  const encoding = z.enum(textEncodings).safeParse(originalEncoding).data;
  const readable = await toReadable(original, format, encoding);
  if (!readable.ok) return readable;
  const origin = { format, originalName, originalFile, encoding: null, original };
  const { bytes } = readable.value;
  return parseWith(importer, { format, bytes, ...(password === undefined ? {} : { password }) }, origin);
};

type Judged = Pick<OfferedAttachment, 'format' | 'refusal'>;

const refused = (refusal: ImportFailure): Judged => ({ format: null, refusal });

/** For a text: whether its bytes are text in an encoding that is certain, so that nobody has to choose one. */
const judgeText = async (format: ArticleFormat, bytes: Uint8Array): Promise<Judged> => {
  const { text } = articleFormats[format];
  if (text === null) return { format, refusal: null };
  const decoded = await decodeText(bytes, { isHtml: text === 'html' });
  if (!decoded.ok) return refused(decoded.error);
  return decoded.value.isCertain ? { format, refusal: null } : refused('encoding-uncertain');
};

/** Whether the file can be read, judged by its bytes and its name before a reader gets it. */
const judge = async (fileName: string, bytes: Uint8Array, isThere: boolean): Promise<Judged> => {
  if (!isThere) return refused('file-unreadable');
  if (bytes.length === 0) return refused('file-empty');
  const { format, unsupported } = kindOfFile(fileName, bytes);
  if (format === null) return refused(unsupportedCode(unsupported));
  return bytes.length > maxBytesOf(format) ? refused('file-too-large') : judgeText(format, bytes);
};

const originalOf = async (
  { name, fileName: stated, base64 }: AttachedPart,
  index: number,
): Promise<AttachedOriginal> => {
  const fileName = attachedFileName(stated ?? '');
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const offer = { index, name, bytes: bytes.length, ...(await judge(fileName, bytes, base64 !== null)) };
  return { offer, fileName, bytes };
};

/**
 * The attachments of an e-mail that was read, or the other pages of a web archive; none for any other text. Fails as
 * its reader does.
 */
const readAttachments = async (
  importer: Pick<Importer, 'listAttachments'>,
  { format, original, remarks = [] }: ReadText,
): Promise<Result<readonly AttachedOriginal[], ImportFailure>> => {
  const hasAny = remarks.some(({ kind }) => kind === 'attachments' || kind === 'more-pages');
  if (!isHolderFormat(format) || !hasAny) return ok([]);
  const listed = await importer.listAttachments({ attachmentsOf: format, bytes: original });
  return listed.ok ? ok(await Promise.all(listed.value.map(originalOf))) : listed;
};

/** A PDF is requested again for the pictures that it had no time to draw, up to this limit; the progress is shown. */
const MAX_DRAWING_MS = 180_000;

const ended = (signal: AbortSignal | undefined): ReturnType<Importer['drawMarks']> =>
  new Promise((resolve) => {
    const end = (): void => resolve(ok([]));
    if (signal?.aborted === true) end();
    signal?.addEventListener('abort', end, { once: true });
  });

const drawInTurns = async (
  drawMarks: Importer['drawMarks'],
  marks: readonly PdfMark[],
  original: Uint8Array,
  { password, onDrawn, signal }: HowDrawn = {},
): Promise<readonly DrawnMark[]> => {
  const all: DrawnMark[] = [];
  const endMs = performance.now() + MAX_DRAWING_MS;
  const isEnded = ended(signal);
  let done = 0;
  while (done < marks.length && performance.now() < endMs) {
    const asked = drawMarks({ drawsMarks: original, password, marks: marks.slice(done) });
    const drawn = await Promise.race([asked, isEnded]);
    if (!drawn.ok || drawn.value.length === 0) break;
    all.push(...drawn.value.flatMap((each) => (each === null ? [] : [{ ...each, at: each.at + done }])));
    done += drawn.value.length;
    onDrawn?.(done, marks.length);
  }
  return all;
};

/**
 * Creates the reader of texts, which decodes bytes here and has the sandboxed page parse them. If the importer lacks
 * the function for attachments, for the pages of a picture, or for drawing marks, the reader offers none of these.
 */
export const createTextReader = (
  {
    parse,
    listAttachments = async () => ok([]),
    layPages = async () => err('importer-crashed'),
    drawMarks = async () => err('importer-crashed'),
  }: Pick<Importer, 'parse'> & Partial<Pick<Importer, 'listAttachments' | 'layPages' | 'drawMarks'>>,
  { readLetters }: Pick<ScanReader, 'readLetters'> = { readLetters: async () => [] },
): TextReader => {
  const importer: Readers = { parse, readLetters };
  return {
    readFile: (path, how = {}) => readTextFile(path, importer, how),
    attachmentsOf: (read) => readAttachments({ listAttachments }, read),
    readBytes: (fileName, bytes) => readBytes(bytes, fileName, importer, {}),
    readAs: (read, encoding) => readTextAs(read, encoding, importer),
    readWithPages: (read, pages, password) => readWithPages(read, pages, importer, password),
    readPaste: (content) => readPaste(content, importer),
    pagesOf: async (original, format) => (format === 'picture' ? layPages(original) : ok(original)),
    drawMarks: (original, marks, how) => drawInTurns(drawMarks, marks, original, how),
    readOriginal: (article, original, password) => readOriginalAgain(article, original, importer, password),
  };
};
