import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { ArticleRecord } from '#domain/article/article.ts';
import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';
import { type ArticleFormat, articleFormats, maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { unsupportedCode } from '#domain/article/formats/unsupported-formats.ts';
import type { MachinePage } from '#domain/article/machine/machine-page.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import type { DraftEncoding } from '#domain/contract/import.ts';
import type { ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ClipboardContent } from '../ports/desktop.ts';
import type { Importer } from '../ports/importer.ts';
import type { ScanReader } from '../ports/scan-reader.ts';
import type { ReadHow, ReadResult, ReadText, TextReader } from '../ports/text-reader.ts';
import { readAttachments } from './attached/read-attachments.ts';
import { type DecodedText, decodeText } from './encoding/decode-text.ts';
import { sampleWords } from './encoding/sample-words.ts';
import { type FileKind, formatOfName, kindOfFile } from './file-format.ts';
import { mailOfPath, mailsInMailbox, readMailOf } from './mailbox.ts';
import { clearPages } from './ocr/clear-pages.ts';
import { readOriginal } from './read-original.ts';

/** The sandboxed page that parses texts, and the second reader for pages of which it makes garbage. */
type Readers = Pick<Importer, 'parse'> & Pick<ScanReader, 'readLetters'>;

type Origin = Omit<ReadText, 'body' | 'found'>;

/** The original keeps the ending by which it is opened elsewhere, where that is a plain one. */
const originalFileName = (fileName: string, format: ArticleFormat): string => {
  const ending = extname(fileName).slice(1).toLowerCase();
  return `original.${/^[a-z0-9]{1,10}$/.test(ending) ? ending : articleFormats[format].endings[0]}`;
};

const parseWith = async (readers: Readers, request: ParseRequest, origin: Origin): ReadResult => {
  const { machinePages } = request;
  const parsed = await readers.parse(request);
  if (!parsed.ok) return parsed;
  const clear = await clearPages(readers, request, parsed.value);
  if (clear.length === 0) return ok({ ...origin, ...parsed.value, machinePages });
  const allPages = [...(machinePages ?? []), ...clear];
  const again = await readers.parse({ ...request, machinePages: allPages });
  // What the first reader has read is better than nothing.
  return ok({ ...origin, ...(again.ok ? again : parsed).value, machinePages: allPages });
};

/** So many encodings are shown with a sample. */
const MAX_CHOICES = 8;

const draftEncoding = (
  bytes: Uint8Array,
  { encoding, isCertain, unreadable, likely }: DecodedText,
): DraftEncoding => ({
  encoding,
  isCertain,
  unreadable,
  choices: likely.slice(0, MAX_CHOICES).map((each) => ({ encoding: each, sample: sampleWords(bytes, each) })),
});

/** What the reader of a format takes, and how it became that where it is text. */
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
  { encoding, password }: ReadHow,
): ReadResult => {
  const { format, unsupported }: FileKind =
    original.length === 0 ? { format: 'txt', unsupported: null } : kindOfFile(name, original);
  if (format === null) return err(unsupportedCode(unsupported));
  if (original.length > maxBytesOf(format)) return err('file-too-large');
  const readable = await toReadable(original, format, encoding);
  if (!readable.ok) return readable;
  const { bytes, decoded } = readable.value;
  return parseWith(
    importer,
    { format, bytes, ...(password === undefined ? {} : { password }) },
    {
      format,
      originalName: name,
      originalFile: originalFileName(name, format),
      encoding: decoded === null ? null : draftEncoding(original, decoded),
      original,
    },
  );
};

const readTextFile = async (path: string, importer: Readers, how: ReadHow): ReadResult => {
  const bytes = await readOriginal(path, maxBytesOf(formatOfName(path)));
  if (bytes.ok || bytes.error !== 'file-missing' || mailOfPath(path) === null)
    return bytes.ok ? readBytes(bytes.value, basename(path), importer, how) : bytes;
  const mail = await readMailOf(path, maxBytesOf('eml'));
  return mail.ok ? readBytes(mail.value, `${basename(path)}.eml`, importer, how) : mail;
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

/**
 * The reader of texts, which decodes bytes here and has the sandboxed page parse them. Over an importer that lists no
 * attachments it offers none.
 */
export const createTextReader = (
  {
    parse,
    listAttachments = async () => ok([]),
  }: Pick<Importer, 'parse'> & Partial<Pick<Importer, 'listAttachments'>>,
  { readLetters }: Pick<ScanReader, 'readLetters'> = { readLetters: async () => [] },
): TextReader => {
  const importer: Readers = { parse, readLetters };
  return {
    readFile: (path, how = {}) => readTextFile(path, importer, how),
    mailsIn: mailsInMailbox,
    attachmentsOf: (read) => readAttachments({ listAttachments }, read),
    readBytes: (fileName, bytes) => readBytes(bytes, fileName, importer, {}),
    readAs: (read, encoding) => readTextAs(read, encoding, importer),
    readWithPages: (read, pages, password) => readWithPages(read, pages, importer, password),
    readPaste: (content) => readPaste(content, importer),
    readOriginal: (article, original, password) => readOriginalAgain(article, original, importer, password),
  };
};
