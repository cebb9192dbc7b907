import { extname } from 'node:path';
import type { ArticleFormat } from '#domain/article/article.ts';

type FileFormat = Exclude<ArticleFormat, 'clipboard'>;

const formats: Readonly<Record<string, FileFormat>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.mkd': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

/** Documents whose text Precis can't read yet, by the ending that says so. */
const unsupported: ReadonlySet<string> = new Set([
  '.doc',
  '.docx',
  '.eml',
  '.epub',
  '.mht',
  '.mhtml',
  '.msg',
  '.odt',
  '.pages',
  '.pdf',
  '.rtf',
  '.webarchive',
]);

const SNIFFED_BYTES = 512;

/** Whether bytes under a name that says nothing begin like a web page. */
const beginsLikeHtml = (bytes: Uint8Array): boolean =>
  /^\s*(?:<!doctype html|<html)[\s>]/i.test(
    Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString('latin1').replace(/^ï»¿/, ''),
  );

/**
 * The format in which a file is to be read: by the ending of its name, and where that says nothing, by its
 * beginning. Null where the ending names a kind of document that Precis can't read.
 */
export const formatOfFile = (fileName: string, bytes: Uint8Array): FileFormat | null => {
  const ending = extname(fileName).toLowerCase();
  if (unsupported.has(ending)) return null;
  return formats[ending] ?? (beginsLikeHtml(bytes) ? 'html' : 'txt');
};
