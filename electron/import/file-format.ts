import { extname } from 'node:path';
import { type ArticleFormat, formatOfEnding } from '#domain/article/article-formats.ts';

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
export const formatOfFile = (fileName: string, bytes: Uint8Array): ArticleFormat | null => {
  const ending = extname(fileName).toLowerCase();
  const format = formatOfEnding(ending.slice(1));
  if (format !== null) return format;
  if (unsupported.has(ending)) return null;
  return beginsLikeHtml(bytes) ? 'html' : 'txt';
};
