import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { ArticleRecord } from '#domain/article/article.ts';
import { type TextEncoding, textEncodings } from '#domain/article/draft/text-encodings.ts';
import type { DraftEncoding } from '#domain/contract/import.ts';
import type { ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok } from '#domain/result.ts';
import type { ClipboardContent } from '../ports/desktop.ts';
import type { Importer } from '../ports/importer.ts';
import type { ReadResult, ReadText, TextReader } from '../ports/text-reader.ts';
import { type DecodedText, decodeText } from './encoding/decode-text.ts';
import { sampleWords } from './encoding/sample-words.ts';
import { formatOfFile } from './file-format.ts';
import { MAX_ORIGINAL_BYTES, readOriginal } from './read-original.ts';

type Origin = Omit<ReadText, 'body' | 'found'>;

const endings = { txt: 'txt', markdown: 'md', html: 'html' } as const;

/** The original keeps the ending by which it is opened elsewhere, where that is a plain one. */
const originalFileName = (fileName: string, format: keyof typeof endings): string => {
  const ending = extname(fileName).slice(1).toLowerCase();
  return `original.${/^[a-z0-9]{1,8}$/.test(ending) ? ending : endings[format]}`;
};

const parseWith = async (importer: Importer, request: ParseRequest, origin: Origin): ReadResult => {
  const parsed = await importer.parse(request);
  return parsed.ok ? ok({ ...origin, ...parsed.value }) : parsed;
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

const readBytes = async (
  original: Uint8Array,
  name: string,
  importer: Importer,
  encoding: TextEncoding | undefined,
): ReadResult => {
  const format = original.length === 0 ? 'txt' : formatOfFile(name, original);
  if (format === null) return err('format-unsupported');
  const decoded = await decodeText(original, { isHtml: format === 'html', encoding });
  if (!decoded.ok) return decoded;
  return parseWith(
    importer,
    { format, text: decoded.value.text },
    {
      format,
      originalName: name,
      originalFile: originalFileName(name, format),
      encoding: draftEncoding(original, decoded.value),
      original,
    },
  );
};

const readTextFile = async (path: string, importer: Importer, encoding?: TextEncoding): ReadResult => {
  const bytes = await readOriginal(path);
  return bytes.ok ? readBytes(bytes.value, basename(path), importer, encoding) : bytes;
};

const readTextAs = async (read: ReadText, encoding: TextEncoding, importer: Importer): ReadResult => {
  const { original, originalName } = read;
  if (originalName === null || read.encoding === null) return err('encoding-mismatch');
  const again = await readBytes(original, originalName, importer, encoding);
  if (!again.ok || again.value.encoding === null) return again;
  const { choices } = read.encoding;
  const isAmong = choices.some((choice) => choice.encoding === encoding);
  const kept = isAmong ? choices : [...choices, ...again.value.encoding.choices];
  return ok({ ...again.value, encoding: { ...again.value.encoding, choices: kept } });
};

const readPaste = async (content: ClipboardContent, importer: Importer): ReadResult => {
  const { text, html, sourceUrl } = content;
  if (text.length + html.length > MAX_ORIGINAL_BYTES) return err('file-too-large');
  const original = new TextEncoder().encode(`${JSON.stringify({ sourceUrl, text, html }, null, 2)}\n`);
  return parseWith(
    importer,
    { format: 'clipboard', text, html, ...(sourceUrl === null ? {} : { sourceUrl }) },
    {
      format: 'clipboard',
      originalName: null,
      originalFile: 'original.json',
      encoding: null,
      original,
    },
  );
};

/** What a paste is kept as. */
const pasteSchema = z.strictObject({ sourceUrl: z.string().nullable(), text: z.string(), html: z.string() });

const readPasteAgain = async (bytes: Uint8Array, importer: Importer): ReadResult => {
  const kept = pasteSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return kept.success ? readPaste(kept.data, importer) : err('file-unreadable');
};

const readOriginalAgain = async (
  { format, originalName, originalFile, originalEncoding }: ArticleRecord,
  original: Uint8Array,
  importer: Importer,
): ReadResult => {
  if (format === 'clipboard') return readPasteAgain(original, importer);
  const encoding = z.enum(textEncodings).safeParse(originalEncoding).data;
  const decoded = await decodeText(original, { isHtml: format === 'html', encoding });
  if (!decoded.ok) return decoded;
  const origin = { format, originalName, originalFile, encoding: null, original };
  return parseWith(importer, { format, text: decoded.value.text }, origin);
};

/** The reader of texts, which decodes bytes here and has the sandboxed page parse them. */
export const createTextReader = (importer: Importer): TextReader => ({
  readFile: (path, encoding) => readTextFile(path, importer, encoding),
  readAs: (read, encoding) => readTextAs(read, encoding, importer),
  readPaste: (content) => readPaste(content, importer),
  readOriginal: (article, original) => readOriginalAgain(article, original, importer),
});
