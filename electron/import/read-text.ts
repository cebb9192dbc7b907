/** From a file or a paste to a text that was read, with the original that it came from. Nothing is written here. */
import { basename, extname } from 'node:path';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { ImportFailure } from '#domain/contract/errors.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ClipboardContent } from '../ports/desktop.ts';
import type { Importer } from '../ports/importer.ts';
import { decodeText } from './decode-text.ts';
import { formatOfFile } from './file-format.ts';
import { MAX_ORIGINAL_BYTES, readOriginal } from './read-original.ts';

/** A text that was read and is not sealed. `original` is what was imported, to the byte. */
export type ReadText = ParsedArticle &
  Pick<ArticleRecord, 'format' | 'originalName' | 'originalFile' | 'originalEncoding'> & {
    readonly original: Uint8Array;
  };

type Origin = Omit<ReadText, 'body' | 'found'>;
type ReadResult = Promise<Result<ReadText, ImportFailure>>;

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

/** Reads the file at `path`. Each reason why it can't be read has a code of its own. */
export const readTextFile = async (path: string, importer: Importer): ReadResult => {
  const bytes = await readOriginal(path);
  if (!bytes.ok) return bytes;
  const name = basename(path);
  const original = bytes.value;
  const format = original.length === 0 ? 'txt' : formatOfFile(name, original);
  if (format === null) return err('format-unsupported');
  const decoded = decodeText(original, { isHtml: format === 'html' });
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const originalFile = originalFileName(name, format);
  const origin = { format, originalName: name, originalFile, originalEncoding: encoding, original };
  return parseWith(importer, { format, text }, origin);
};

/** Reads a paste; its HTML, its text and the address that it says are kept together as the original. */
export const readPaste = async (content: ClipboardContent, importer: Importer): ReadResult => {
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
      originalEncoding: 'utf-8',
      original,
    },
  );
};
